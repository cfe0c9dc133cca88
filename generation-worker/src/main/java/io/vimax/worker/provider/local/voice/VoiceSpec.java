package io.vimax.worker.provider.local.voice;

/**
 * One line to speak.
 *
 * @param text what is said, in any script; what cannot be spoken is left out
 * @param language {@code en}, {@code zh} or {@code auto}; each run of characters is spoken by its own rules anyway, the
 *     language decides how digits are read
 * @param speaker who says it; the same name always has the same voice
 * @param voice {@code auto} or empty for the speaker's own voice, {@code narrator}, or any other word: its own voice
 * @param speed 1.0 is natural, 0.5..2.0
 * @param maxDurationMs how long the line may last, milliseconds; 0 or less: as long as it takes
 */
public record VoiceSpec(String text, String language, String speaker, String voice, double speed, int maxDurationMs) {
    public VoiceSpec {
        if (!(speed >= 0.5 && speed <= 2.0)) {
            throw new IllegalArgumentException("speed must lie in 0.5..2.0, not " + speed);
        }
    }
}
