package io.vimax.worker.provider.local.music;

/**
 * The bed that is wanted.
 *
 * @param mood calm, hopeful, tense, sad, joyful or mysterious; anything else is taken as calm
 * @param palette the weather or the place ("storm", "rain", "lighthouse by the sea"): it decides what is heard around
 *     the music; may be empty
 * @param durationMs length of the file, milliseconds, 1000..3600000
 * @param seed the same seed gives the same file
 */
public record MusicSpec(String mood, String palette, int durationMs, long seed) {
    public MusicSpec {
        if (durationMs < 1_000 || durationMs > 3_600_000) {
            throw new IllegalArgumentException("durationMs must lie in 1000..3600000, not " + durationMs);
        }
    }
}
