package io.vimax.worker.provider;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file that a job made.
 *
 * @param loudnessLufs measured integrated loudness, for a film
 * @param truePeakDbtp measured true peak, for a film
 */
public record Product(
        Role role,
        Path file,
        @Nullable Double loudnessLufs,
        @Nullable Double truePeakDbtp) {

    public Product(Role role, Path file) {
        this(role, file, null, null);
    }

    /** What a file is good for. Stored by name. */
    public enum Role {
        KEYFRAME,
        CLIP,
        VOICE,
        MUSIC,
        FILM,
        CAPTIONS_VTT,
        CAPTIONS_SRT,
        POSTER
    }
}
