package io.vimax.worker.provider.local.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchVoiceTest {
    private static final ScratchVoice VOICE = new ScratchVoice();

    @TempDir
    private Path folder;

    @Test
    void speaksAtAStorytellersPaceAndPeaksThreeDecibelsBelowFull() throws Exception {
        var line = say("Every evening, Mara climbed the stairs and lit the lamp.", "en", "Narrator", 0);

        assertThat(line.durationMs()).isBetween(3000, 5000);
        assertThat(line.fits()).isTrue();
        assertThat(line.guide()).isFalse();
        var samples = samples();
        assertThat(IntStream.range(0, samples.length)
                        .map(it -> Math.abs(samples[it]))
                        .max()
                        .orElseThrow())
                .isBetween(23_000, 23_400);
        assertThat(Math.abs(samples[0])).isLessThan(200);
    }

    @Test
    void hurriesALineThatIsTooLong() throws Exception {
        var slow = say("This is a rather long line that must be hurried to fit.", "en", "Narrator", 0);
        var hurried = say(
                "This is a rather long line that must be hurried to fit.", "en", "Narrator", slow.durationMs() * 4 / 5);

        assertThat(hurried.fits()).isTrue();
        assertThat(hurried.speedUp()).isBetween(1.1, ScratchVoice.MOST_HURRY);
    }

    @Test
    void saysSoWhenALineCannotFitAndCutsNoWord() throws Exception {
        var line = say("This is a rather long line that cannot be hurried enough.", "en", "Narrator", 800);

        assertThat(line.fits()).isFalse();
        assertThat(line.speedUp()).isEqualTo(ScratchVoice.MOST_HURRY);
        assertThat(line.durationMs()).isGreaterThan(1500);
    }

    @Test
    void speaksMandarinAsAGuideTrack() throws Exception {
        var line = say("每天晚上，小猫爬上屋顶数星星。", "zh", "旁白", 0);

        assertThat(line.guide()).isTrue();
        assertThat(line.durationMs()).isBetween(2500, 5500);
    }

    @Test
    void knowsASoundForEverySyllableOfMandarin() throws Exception {
        var initials = List.of(
                "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z",
                "c", "s", "y", "w");
        var endings = List.of(
                "a", "o", "e", "i", "u", "ü", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "er", "ia", "ie",
                "iao", "iu", "ian", "in", "iang", "ing", "iong", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue",
                "üe");
        var words = new GuideWords();
        var synthesizer = new Synthesizer(words);
        var character = VoiceCharacter.of("Narrator", "auto");
        for (var initial : initials) {
            var text = new StringBuilder();
            for (var ending : endings) {
                Pinyin.syllable(initial + ending)
                        .ifPresent(it -> text.append(words.wordFor(it)).append(' '));
            }
            assertThat(synthesizer.speak(text.toString(), character, 1)).hasSizeGreaterThan(16_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "...",
                "",
                "😀",
                "Dr. Smith paid $5.50 (42% of it) at 10:45 on 5/3/1999 -- No. 7, etc. & so on; a_b#c @x",
                "12345678901234567890 1.2.3.4 1,000,000 3.14159 007 1st 2nd IV XVII",
                "bcdfg xzqw http://example.com/a?b=c A.B.C. McX9 O'Neill's rock'n'roll",
                "café naïve Zoë façade 你好 world 3个人",
                "??? !!! ,,, ((( ))) “quoted” ‘single’ — dash – dash",
                "\u0000\u0007\uFFFF\uD800 tab\tnew\nline",
                "zuzu zuzubadu",
            })
    void survivesAnyText(String text) throws Exception {
        assertThat(say(text, "en", "Narrator", 0).durationMs()).isPositive();
        assertThat(say(text, "zh", "小猫", 0).durationMs()).isPositive();
    }

    @Test
    void givesEverySpeakerAVoiceOfTheirOwn() {
        var narrator = VoiceCharacter.of("Narrator", "auto");

        assertThat(VoiceCharacter.of("Mara", "auto"))
                .isEqualTo(VoiceCharacter.of("Mara", ""))
                .isNotEqualTo(narrator);
        assertThat(VoiceCharacter.of("Mara", "auto")).isNotEqualTo(VoiceCharacter.of("Tom", "auto"));
        assertThat(VoiceCharacter.of("Mara", "narrator")).isEqualTo(narrator);
        assertThat(VoiceCharacter.of("Storm", "auto").pitchHz()).isLessThan(narrator.pitchHz());
    }

    @Test
    void isSafeForThreadsAndLeavesNoneBehind() throws Exception {
        var before = say("The same line for all.", "en", "Mara", 0);
        var work = new ArrayList<Callable<SpokenLine>>();
        for (var i = 0; i < 12; i++) {
            var target = folder.resolve(i + ".wav");
            work.add(() ->
                    VOICE.speak(new VoiceSpec("The same line for all.", "en", "Mara", "auto", 1, 0), target, _ -> {}));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(before);
            }
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(it -> it.getName().toLowerCase().contains("freetts"));
    }

    @Test
    void printsNothing() throws Exception {
        var out = System.out;
        var caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            new ScratchVoice()
                    .speak(
                            new VoiceSpec("Quiet, please.", "en", "Narrator", "auto", 1, 0),
                            folder.resolve("quiet.wav"),
                            _ -> {});
        } finally {
            System.setOut(out);
        }
        assertThat(caught.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void stopsWhenInterruptedAndLeavesNoFile() {
        var target = folder.resolve("stopped.wav");
        Thread.currentThread().interrupt();

        assertThatThrownBy(
                        () -> VOICE.speak(new VoiceSpec("Too late.", "en", "Narrator", "auto", 1, 0), target, _ -> {}))
                .isInstanceOf(InterruptedException.class);
        assertThat(target).doesNotExist();
    }

    private SpokenLine say(String text, String language, String speaker, int mostMs) throws Exception {
        return VOICE.speak(
                new VoiceSpec(text, language, speaker, "auto", 1, mostMs), folder.resolve("line.wav"), _ -> {});
    }

    private short[] samples() throws Exception {
        var data =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("line.wav"))).order(ByteOrder.LITTLE_ENDIAN);
        var samples = new short[(data.capacity() - 44) / 2];
        data.position(44).slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }
}
