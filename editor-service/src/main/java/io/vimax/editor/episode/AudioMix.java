package io.vimax.editor.episode;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Voices, music, levels and captions of an episode.
 *
 * @param duckingDb how far the music steps back under a voice, in dB
 */
public record AudioMix(
        @NotNull @Valid Voice voice,
        @NotNull @Valid Music music,
        @DecimalMin("0") @DecimalMax("30") double duckingDb,
        @NotNull @Valid Captions captions) {

    /** Loudness of every film, EBU R 128, in LUFS. */
    public static final double LOUDNESS_LUFS = -14.0;

    public static final AudioMix DEFAULT =
            new AudioMix(new Voice("auto", 0, 1), new Music(null, -8, true), 9, new Captions("sidecar", "auto"));

    /**
     * @param name a voice, or auto for one that stays with the speaker
     * @param speed rate relative to the voice's own
     */
    public record Voice(
            @NotNull @Size(min = 1, max = 100) String name,
            @DecimalMin("-40") @DecimalMax("12") double gainDb,
            @DecimalMin("0.5") @DecimalMax("2") double speed) {}

    /** @param mood null for the mood that most of the film has */
    public record Music(
            @Nullable
            @Pattern(
                    regexp = "calm|hopeful|tense|sad|joyful|mysterious",
                    message = "is one of calm, hopeful, tense, sad, joyful, mysterious")
            @Schema(nullable = true)
            String mood,

            @DecimalMin("-60") @DecimalMax("12") double gainDb,
            boolean enabled) {}

    /** @param language auto or the tag of the film's language */
    public record Captions(
            @NotNull @Pattern(regexp = "sidecar|burned|both", message = "is one of sidecar, burned, both")
            String mode,

            @NotNull @Pattern(regexp = "auto|en|zh", message = "is one of auto, en, zh")
            String language) {}
}
