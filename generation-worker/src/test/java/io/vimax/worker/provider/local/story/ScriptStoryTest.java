package io.vimax.worker.provider.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.local.story.text.ReadingTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScriptStoryTest {
    private final StoryWriter writer = new StoryWriter();

    @Test
    void readsFountainWithCuesAndTransitions() {
        var film = write("""
                \uFEFFTitle: The Ferry
                Author: N. N.

                FADE IN:

                INT. KITCHEN - NIGHT

                Rain hits the window. MARA, 40, counts *coins*.

                MARA
                (softly)
                Not enough.

                TOM (O.S.)
                It never is.

                CUT TO:

                EXT. HARBOR - DAWN

                Fog. A ferry horn.
                """.replace("\n", "\r\n"), OptionalInt.empty(), OptionalInt.empty());

        assertThat(film.title()).isEqualTo("The Ferry");
        assertThat(film.scenes()).hasSize(2);
        assertThat(film.scenes().get(0).interior()).isTrue();
        assertThat(film.scenes().get(0).timeOfDay()).isEqualTo("night");
        assertThat(film.scenes().get(0).weather()).isEqualTo("rain");
        assertThat(film.scenes().get(1).place()).isEqualTo("harbor");
        assertThat(film.scenes().get(1).weather()).isEqualTo("fog");
        assertThat(lines(film))
                .containsExactly(
                        "Narrator: Rain hits the window.",
                        "Narrator: MARA, 40, counts coins.",
                        "Mara: Not enough.",
                        "Tom: It never is.",
                        "Narrator: Fog.",
                        "Narrator: A ferry horn.");
    }

    @Test
    void leavesNothingEmptyThatTheEditorReads() throws IOException {
        var poem = write(
                Files.readString(Path.of("../docs/examples/the-owl-and-the-pussy-cat.md")),
                OptionalInt.empty(),
                OptionalInt.empty());

        assertThat(poem.scenes()).hasSize(12);
        assertThat(poem.characters()).isNotEmpty();
        assertThat(poem.toJson()).doesNotContain(":\"\"");
    }

    @Test
    void findsWhoSpeaksInProse() {
        var film = write(
                "“I will go,” said Mara. Tom said, \"Wait for me.\" The \"old bell\" rang.",
                OptionalInt.empty(),
                OptionalInt.empty());

        assertThat(lines(film))
                .containsExactly(
                        "Mara: I will go,",
                        "Narrator: said Mara.",
                        "Narrator: Tom said,",
                        "Tom: Wait for me.",
                        "Narrator: The \"old bell\" rang.");
    }

    @Test
    void findsWhoSpeaksInChinese() {
        var film = write("小满说：“谁在敲钟？”没有人知道。“我去看看，”小满说。", OptionalInt.empty(), OptionalInt.empty());

        assertThat(lines(film)).contains("小满: 谁在敲钟？", "小满: 我去看看，", "旁白: 没有人知道。");
    }

    @Test
    void cutsMarkdownAtItsHeadings() {
        var film = write(
                "# Two Days\n\n## Morning\n\nThe sun *rises*.\n\n- One [gull](http://x).\n\n## Night\n\nIt **sets**.\n",
                OptionalInt.empty(),
                OptionalInt.empty());

        assertThat(film.title()).isEqualTo("Two Days");
        assertThat(film.scenes()).hasSize(2);
        assertThat(lines(film))
                .containsExactly("Narrator: The sun rises.", "Narrator: One gull.", "Narrator: It sets.");
        assertThat(film.scenes()).extracting(Screenplay.Scene::timeOfDay).containsExactly("morning", "night");
    }

    @Test
    void hurriesATextThatIsTooLongAndLosesNothing() {
        var text = "The road went on and on over the hills. ".repeat(40).strip();
        var film = write(text, OptionalInt.of(30), OptionalInt.empty());

        assertThat(spoken(film)).isEqualTo(letters(text));
        assertThat(totalMs(film)).isEqualTo(30_000 - 4500 + 500 * (film.scenes().size() + 1));
    }

    @Property(tries = 200)
    void saysEverySentenceOnceAndInOrder(
            @ForAll @From("paragraphs") List<List<String>> paragraphs,
            @ForAll @IntRange(min = 0, max = 600) int seconds,
            @ForAll @IntRange(min = 0, max = 60) int scenes) {
        var text = paragraphs.stream().map(it -> String.join(" ", it)).collect(Collectors.joining("\n\n"));
        var film = write(
                text + "\n",
                seconds < 5 ? OptionalInt.empty() : OptionalInt.of(seconds),
                scenes == 0 ? OptionalInt.empty() : OptionalInt.of(scenes));

        assertThat(spoken(film)).isEqualTo(letters(text));
        if (seconds >= 5) {
            assertThat(totalMs(film))
                    .isEqualTo(seconds * 1000 - 4500 + 500 * (film.scenes().size() + 1));
        } else {
            for (var shot :
                    film.scenes().stream().flatMap(it -> it.shots().stream()).toList()) {
                assertThat(shot.durationMs())
                        .isBetween(ShotPlan.SHORTEST_MS, ShotPlan.LONGEST_MS)
                        .isGreaterThanOrEqualTo(shot.lines().stream()
                                .mapToInt(it -> ReadingTime.ofLine(it.text()))
                                .sum());
            }
        }
    }

    @Provide
    Arbitrary<List<List<String>>> paragraphs() {
        var sentence = Arbitraries.of(
                "The sea was calm.",
                "Mr. Hale had 3.5 coins, a rope and no idea what to do next, because the boat that he had built with his"
                        + " own hands over two long winters had left the harbor without him!",
                "\"Who rings at night?\" asked Tom.",
                "Nobody knew…",
                "“We go,” she said, “now.”",
                "Later, it rained.",
                "他说：“走吧！”然后关上了门。",
                "雨下了一整天，街上没有人，只有一只湿透了的猫蹲在面包店的窗台上，望着里面的灯光。",
                "Was it over?",
                "No (not yet).",
                "I.");
        return sentence.list().ofMinSize(1).ofMaxSize(6).list().ofMinSize(1).ofMaxSize(12);
    }

    private Screenplay write(String script, OptionalInt seconds, OptionalInt scenes) {
        return writer.write(new StoryBrief(
                Optional.empty(), Optional.of(script), "auto", seconds, scenes, "auto", "storyboard", 1));
    }

    private static int totalMs(Screenplay film) {
        return film.scenes().stream()
                .flatMap(it -> it.shots().stream())
                .mapToInt(Screenplay.Shot::durationMs)
                .sum();
    }

    private static List<String> lines(Screenplay film) {
        return film.scenes().stream()
                .flatMap(it -> it.shots().stream())
                .flatMap(it -> it.lines().stream())
                .map(it -> it.speaker() + ": " + it.text())
                .toList();
    }

    /** Quotes and blanks are markup; letters and digits are the text. */
    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String spoken(Screenplay film) {
        return letters(film.scenes().stream()
                .flatMap(it -> it.shots().stream())
                .flatMap(it -> it.lines().stream())
                .map(Screenplay.Line::text)
                .collect(Collectors.joining()));
    }
}
