package io.vimax.worker.provider;

import java.util.List;

/**
 * What a picture shows, as facts; providers that take only words use the prompt beside it.
 *
 * @param timeOfDay dawn, morning, day, dusk or night
 * @param weather clear, cloudy, rain, storm, snow, fog or wind
 * @param mood calm, hopeful, tense, sad, joyful or mysterious
 * @param framing wide, medium, close, detail or aerial
 * @param cameraMove push_in, pull_out, pan_left, pan_right, tilt_up, tilt_down or static
 * @param people names of the characters in the picture
 */
public record Shot(
        String description,
        String place,
        String timeOfDay,
        String weather,
        boolean interior,
        String mood,
        String framing,
        String cameraMove,
        List<String> people) {}
