package io.vimax.worker.provider.local.frame;

import java.util.List;

/**
 * What a storyboard frame shows. Words may be English or Chinese; unknown or empty words fall back to something that
 * fits.
 *
 * @param timeOfDay dawn, morning, day, dusk, night
 * @param weather clear, cloudy, rain, storm, snow, fog, wind
 * @param mood calm, hopeful, tense, sad, joyful, mysterious
 * @param framing wide, medium, close, detail, aerial
 * @param cameraMove push_in, pull_out, pan_left, pan_right, tilt_up, tilt_down, static
 * @param people names, most important first, each alone or with the looks after a colon, "Lena: a girl; plain coat"; a name
 *     always wears the same clothes within a look, and other ones with a mark, "Lena~2: a girl; plain coat"
 * @param style words of the person; naming gouache, cut paper, print or wash picks that treatment
 * @param seed of the shot: staging and camera position
 * @param lookSeed of the episode: palette and treatment
 */
public record FrameSpec(
        String description,
        String place,
        String timeOfDay,
        String weather,
        boolean interior,
        String mood,
        String framing,
        String cameraMove,
        List<String> people,
        String style,
        long seed,
        long lookSeed,
        int width,
        int height) {

    public FrameSpec {
        people = List.copyOf(people);
        if (width < 64 || height < 64 || width > 4096 || height > 4096) {
            throw new IllegalArgumentException(
                    "frame of " + width + " x " + height + " pixels; 64 to 4096 each are possible");
        }
    }

    public FrameSpec with(List<String> otherPeople) {
        return new FrameSpec(
                description,
                place,
                timeOfDay,
                weather,
                interior,
                mood,
                framing,
                cameraMove,
                otherPeople,
                style,
                seed,
                lookSeed,
                width,
                height);
    }

    public FrameSpec sized(int otherWidth, int otherHeight) {
        return new FrameSpec(
                description,
                place,
                timeOfDay,
                weather,
                interior,
                mood,
                framing,
                cameraMove,
                people,
                style,
                seed,
                lookSeed,
                otherWidth,
                otherHeight);
    }
}
