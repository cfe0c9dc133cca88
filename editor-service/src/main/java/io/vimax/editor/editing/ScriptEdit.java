package io.vimax.editor.editing;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole script as a person wants it. What keeps its id keeps its results. */
record ScriptEdit(
        @Nullable @Size(min = 1, max = 200) @Schema(nullable = true)
        String title,

        @NotNull @Size(min = 1, max = 60) List<@Valid @NotNull SceneEdit> scenes) {

    record SceneEdit(
            @Nullable UUID id,
            @NotBlank @Size(max = 300) String heading,
            @Nullable @Size(max = 2_000) String summary,

            @Nullable @Pattern(regexp = "calm|hopeful|tense|sad|joyful|mysterious")
            String mood,

            @Nullable @Pattern(regexp = "dawn|morning|day|dusk|night")
            String timeOfDay,

            @Nullable @Pattern(regexp = "clear|cloudy|rain|storm|snow|fog|wind")
            String weather,

            @Nullable @Size(max = 2_000) String place,
            @NotNull @Size(max = 200) List<@Valid @NotNull LineEdit> lines,
            @NotNull @Size(min = 1, max = 40) List<@Valid @NotNull ShotEdit> shots) {}

    /** @param shotId the shot in which it is said; null for the one of the line before it */
    record LineEdit(
            @Nullable UUID id,
            @Nullable UUID shotId,
            @NotBlank @Size(max = 100) String speaker,
            @NotNull @Pattern(regexp = "narration|dialogue") String kind,
            @NotBlank @Size(max = 2_000) String text) {}

    record ShotEdit(
            @Nullable UUID id,
            @NotBlank @Size(max = 2_000) String description,

            @NotNull @Pattern(regexp = "wide|medium|close|detail|aerial")
            String framing,

            @NotNull @Pattern(regexp = "push_in|pull_out|pan_left|pan_right|tilt_up|tilt_down|static")
            String cameraMove,

            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 100) String> people,
            @Min(500) @Max(120_000) long durationMs,

            @Nullable
            @Schema(
                    nullable = true,
                    description = "Whether it begins with the last frame of the shot before it; left out, it stays")
            Boolean continuesPrevious) {}
}
