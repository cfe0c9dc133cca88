package io.vimax.worker.provider.local.voice;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * How somebody sounds.
 *
 * @param pitchHz mean pitch of the voice
 * @param rangeHz standard deviation of the pitch: monotone to lively
 * @param stretch length of the sounds, 1.0 is the synthesizer's own pace
 * @param tract size of the throat: formants are multiplied by it, below 1 sounds bigger, above 1 smaller
 */
record VoiceCharacter(double pitchHz, double rangeHz, double stretch, double tract) {
    private static final VoiceCharacter NARRATOR = new VoiceCharacter(91, 13, 1.02, 0.965);

    private static final Set<String> NARRATORS =
            Set.of("narrator", "旁白", "narration", "voice over", "voiceover", "v.o.", "");
    private static final Set<String> SMALL =
            Set.of("child", "kid", "boy", "girl", "mouse", "cat", "kitten", "bird", "fox", "fairy", "puppy", "robot");
    private static final Set<String> LARGE = Set.of(
            "bear", "giant", "storm", "dragon", "king", "mountain", "whale", "elephant", "monster", "grandfather");
    private static final Set<String> WOMEN = Set.of(
            "woman", "sister", "mother", "queen", "grandmother", "witch", "princess", "aunt", "wife", "daughter");
    private static final List<String> WOMENS_ENDINGS = List.of("a", "ia", "elle", "ine", "ette", "ie", "lyn", "eth");

    static VoiceCharacter of(String speaker, String voice) {
        var wanted = voice.isBlank() || voice.equalsIgnoreCase("auto") || voice.equalsIgnoreCase("default")
                ? speaker
                : voice;
        var name = wanted.strip().toLowerCase(Locale.ROOT);
        if (NARRATORS.contains(name)) {
            return NARRATOR;
        }
        // String.hashCode is fixed by its specification, so a name keeps its voice on every machine.
        var random = new Random(name.hashCode() * 0x9E3779B97F4A7C15L);
        var words = List.of(name.split("[\\s.]+"));
        if (words.stream().anyMatch(SMALL::contains) || name.matches(".*[猫鼠鸟孩童娃兔狐].*")) {
            return drawn(random, 185, 235, 1.17, 1.27);
        }
        if (words.stream().anyMatch(LARGE::contains) || name.matches(".*[熊龙王山鲸象爷].*")) {
            return drawn(random, 66, 82, 0.86, 0.91);
        }
        if (words.stream().anyMatch(WOMEN::contains)
                || WOMENS_ENDINGS.stream().anyMatch(name::endsWith)
                || name.matches(".*[娘妈姐妹婆女].*")) {
            return drawn(random, 155, 200, 1.10, 1.18);
        }
        return random.nextInt(3) == 0 ? drawn(random, 150, 190, 1.08, 1.16) : drawn(random, 104, 140, 0.95, 1.06);
    }

    private static VoiceCharacter drawn(Random random, double lowHz, double highHz, double small, double large) {
        var pitch = lowHz + random.nextDouble() * (highHz - lowHz);
        var range = pitch * (0.13 + random.nextDouble() * 0.09);
        return new VoiceCharacter(
                pitch, range, 0.94 + random.nextDouble() * 0.1, small + random.nextDouble() * (large - small));
    }
}
