package io.vimax.worker.provider.screenplay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.screenplay.ScreenplayAnswer.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenplayAnswerTest {

    private static final String GOOD = """
            {"format":"vimax-screenplay/1","title":"The Light","logline":"A light goes out.","language":"en","palette":"storm",
             "characters":[{"name":"Mara","description":"keeper","look":"grey coat"}],
             "scenes":[{"heading":"EXT. CLIFF","place":"cliff","time_of_day":"night","weather":"storm","interior":false,
              "mood":"tense","act":"beginning","summary":"Mara looks out.",
              "shots":[{"description":"Mara at the rail","framing":"wide","camera_move":"push_in","people":["Mara"],
               "duration_ms":4000,"lines":[{"speaker":"Mara","kind":"dialogue","text":"It is {dark}."}]}]}]}""";

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "```json\n%s\n```", "Here it is:\n%s\nTell me if you want {anything} changed.", "{note} %s"
            })
    void findsTheScreenplayInWhatWasSaid(String form) {
        assertThat(read(form.formatted(GOOD))).isInstanceOf(Reading.Good.class);
    }

    @Test
    void addsBracketsThatAreMissingAtTheEnd() {
        assertThat(read(GOOD.replaceAll("[\\]}]+$", ""))).isInstanceOf(Reading.Good.class);
    }

    @Test
    void completesNothingThatWasCutOff() {
        assertThat(ScreenplayAnswer.read(GOOD, true)).isInstanceOf(Reading.Faulty.class);
        assertThat(read(GOOD.substring(0, GOOD.length() / 2))).isInstanceOf(Reading.Faulty.class);
    }

    @Test
    void mendsWordsThatMeanTheSame() {
        String said = GOOD.replace("\"wide\"", "\"Wide Shot\"")
                .replace("\"night\"", "\"Midnight\"")
                .replace("\"storm\",\"interior\"", "\"stormy\",\"interior\"")
                .replace("4000", "\"4000\"");

        assertThat(read(said))
                .isInstanceOfSatisfying(
                        Reading.Good.class,
                        good -> assertThat(good.json())
                                .contains("\"framing\":\"wide\"", "\"time_of_day\":\"night\"", "\"duration_ms\":4000"));
    }

    @Test
    void namesEveryFaultWithItsPlace() {
        String said = GOOD.replace("\"tense\"", "\"volcanic\"").replace("\"duration_ms\":4000", "\"duration_ms\":4");

        assertThat(read(said))
                .isInstanceOfSatisfying(
                        Reading.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .hasSize(2)
                                .anyMatch(fault -> fault.startsWith("scenes[0].mood must be one of calm"))
                                .anyMatch(fault -> fault.startsWith("scenes[0].shots[0].duration_ms must be")));
    }

    @Test
    void bearsWhateverAModelSays() {
        for (String said : List.of(
                "",
                "{",
                "}",
                "{\"scenes\":",
                "[[[[",
                "{\"scenes\":{}}",
                "{\"scenes\":[1]}",
                "{\"a\":".repeat(200),
                "\"\\")) {
            assertThat(read(said)).isInstanceOf(Reading.Faulty.class);
        }
    }

    @Test
    void asksForExactlyWhatTheEditorReads() {
        var chat = new Work.Chat("An idea", null, "", 30_000L, 3, "zh", "ink", 7);

        assertThat(ScreenplayQuestion.rules()).contains("vimax-screenplay/1", "push_in, pull_out", "JSON");
        assertThat(ScreenplayQuestion.wish(chat)).contains("exactly 3 scenes", "in Chinese", "25500", "An idea", "ink");
    }

    private static Reading read(String said) {
        return ScreenplayAnswer.read(said, false);
    }
}
