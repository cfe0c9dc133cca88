package io.vimax.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.conversation.brief.BriefChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadMessageTest {

    /** One sentence a row; the second column names all that is understood, in the order of the fields of a brief. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "sentences.csv", delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 10_000)
    void understands(String sentence, @Nullable String expected) {
        assertThat(summary(ReadMessage.read(sentence, null, false))).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"45", "45.", "about 45", "forty-five", "四十五", "45秒", "大概45吧"})
    void takesABareNumberAsSecondsWhenTheLengthWasAsked(String answer) {
        assertThat(ReadMessage.read(answer, Question.LENGTH, true).change())
                .isEqualTo(BriefChange.NONE.withSeconds(45));
    }

    @Test
    void takesABareNumberAsNothingElse() {
        assertThat(ReadMessage.read("45", null, true).change().seconds()).isNull();
    }

    @Test
    void takesOneWordAsTheStoryWhenThatWasAsked() {
        assertThat(ReadMessage.read("Whales", Question.STORY, false).change().idea())
                .isEqualTo("Whales");
        assertThat(ReadMessage.read("鲸鱼", Question.STORY, false).change().idea())
                .isEqualTo("鲸鱼");
        assertThat(ReadMessage.read("Hello!", Question.STORY, false).change().idea())
                .isNull();
        assertThat(ReadMessage.read("你好", Question.STORY, false).change().idea())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Yes, please.", "OK, go ahead!", "好的", "可以，没问题", "对。"})
    void knowsAYes(String answer) {
        assertThat(ReadMessage.read(answer, Question.LONGER, false).agrees()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "yes but shorter", "maybe", "不好", "可以再短一点"})
    void doesNotTakeAnythingElseForAYes(String answer) {
        assertThat(ReadMessage.read(answer, Question.LONGER, false).agrees()).isFalse();
    }

    @Test
    void addsToAnIdeaUnlessThePersonWantsAnother() {
        assertThat(ReadMessage.read("The keeper has a daughter, Mara", null, true)
                        .addsToIdea())
                .isTrue();
        assertThat(ReadMessage.read("Instead tell of a pirate ship at night", null, true)
                        .addsToIdea())
                .isFalse();
        assertThat(ReadMessage.read("换成海盗船的故事", null, true).addsToIdea()).isFalse();
    }

    @Test
    void readsAPastedScriptAndWhatStandsBeforeIt() {
        Understood understood = ReadMessage.read("""
                Please make this vertical, 45 seconds, titled "The Last Light":

                INT. LAMP ROOM - NIGHT

                Mara climbs the stairs. 10 minutes to midnight.

                MARA
                Who's there?
                """, null, false);

        assertThat(summary(understood)).isEqualTo("title=The Last Light; script; 45s; 9:16");
        assertThat(understood.change().script()).startsWith("INT. LAMP ROOM").endsWith("Who's there?");
    }

    @Test
    void readsAChineseScript() {
        Understood understood = ReadMessage.read("第一场 灯塔 夜\n看守人：谁在那里？\n玛拉：只有海。\n看守人：三十秒后灯就灭了。", null, false);

        assertThat(summary(understood)).isEqualTo("script");
    }

    @Test
    void readsATitlePage() {
        Understood understood =
                ReadMessage.read("Title: Only the Sea\n\nEXT. BEACH - DAY\n\nA boy runs.\n", null, false);

        assertThat(summary(understood)).isEqualTo("title=Only the Sea; script");
    }

    @Test
    void takesWhatIsTooLongForAnIdeaAsAScript() {
        String text = "The sea was calm that day. ".repeat(200);

        assertThat(ReadMessage.read(text, null, false).change().script()).isEqualTo(text.strip());
    }

    /** The limit only ends a reading whose effort grows out of all proportion. */
    @Test
    @Timeout(120)
    void readsLongAndHostileTextToItsEnd() {
        for (String piece : List.of("a ", "\"", "一", "1", "in a ", "MARA: ", "\n", "(((", "一分", "。", "script: ")) {
            assertThat(ReadMessage.read(piece.repeat(100_000 / piece.length()), Question.LENGTH, true))
                    .as("what was understood of %s", piece)
                    .isNotNull();
        }
    }

    private static String summary(Understood understood) {
        BriefChange change = understood.change();
        List<String> parts = new ArrayList<>();
        add(parts, "title=", change.title(), "");
        add(parts, "idea=", change.idea(), "");
        if (change.script() != null) {
            parts.add("script");
        }
        add(parts, "", change.seconds(), "s");
        add(parts, "", change.scenes(), " scenes");
        add(parts, "", change.ratio(), "");
        add(parts, "", change.language(), "");
        add(parts, "seed=", change.seed(), "");
        if (change.autopilot() != null) {
            parts.add(change.autopilot() ? "autopilot" : "stops");
        }
        if (understood.vagueLength()) {
            parts.add("vague");
        }
        understood.refused().stream().sorted().forEach(refused -> parts.add("refused " + refused));
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, String before, @Nullable Object value, String after) {
        if (value != null) {
            parts.add(before + value + after);
        }
    }
}
