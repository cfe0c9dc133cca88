package io.vimax.editor.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vimax.editor.FilmScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenplayParserTest {

    private static final String GOOD = FilmScript.json(2, 2, 30_000);

    @Test
    void readsWhatTheStoryWriterMakes() {
        Screenplay screenplay = ScreenplayParser.parse(GOOD);

        assertThat(screenplay.title()).isEqualTo("The Last Light");
        assertThat(screenplay.scenes())
                .hasSize(2)
                .allSatisfy(scene -> assertThat(scene.shots()).hasSize(2));
        assertThat(screenplay.durations().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(27_000);
    }

    @Test
    void readsItOutOfTheFenceThatChatModelsPutAroundIt() {
        assertThat(ScreenplayParser.parse("```json\n" + GOOD + "\n```").scenes())
                .hasSize(2);
    }

    @Test
    void passesOverFieldsThatTheFilmDoesNotUse() {
        assertThat(ScreenplayParser.parse(GOOD.replaceFirst("\\{", "{\"palette\":\"storm\",\"note\":1,"))
                        .scenes())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{\"format\":", "null", "3"})
    void refusesWhatIsNoJsonObject(String text) {
        assertThatExceptionOfType(ScreenplayRefused.class).isThrownBy(() -> ScreenplayParser.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"vimax-screenplay/1\"|\"vimax-screenplay/2\"|format is vimax-screenplay/2",
                "\"The Last Light\"|\"\"|title is missing",
                "\"language\":\"en\"|\"language\":\"de\"|language must be one of en, zh",
                "\"framing\":\"wide\"|\"framing\":\"huge\"|scenes[0].shots[0].framing must be one of wide",
                "\"camera_move\":\"push_in\"|\"camera_move\":\"spin\"|scenes[0].shots[0].camera_move must be one of",
                "\"interior\":false|\"interior\":\"no\"|scenes[0].interior must be true or false",
                "\"weather\":\"storm\"|\"weather\":\"hail\"|scenes[0].weather must be one of clear",
                "\"kind\":\"narration\"|\"kind\":\"song\"|scenes[0].shots[0].lines[0].kind must be one of narration",
                "\"duration_ms\":6750|\"duration_ms\":\"long\"|scenes[0].shots[0].duration_ms must be a whole number",
                "\"duration_ms\":6750|\"duration_ms\":-1|scenes[0].shots[0].duration_ms must be a whole number",
                "[\"Mara\"]|[7]|scenes[0].shots[0].people[0] must be a name"
            })
    void namesThePlaceOfAFault(String good, String bad, String reason) {
        assertThatExceptionOfType(ScreenplayRefused.class)
                .isThrownBy(() -> ScreenplayParser.parse(GOOD.replace(good, bad)))
                .satisfies(refusal -> assertThat(refusal.reasons())
                        .anySatisfy(it -> assertThat(it).contains(reason)));
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThatExceptionOfType(ScreenplayRefused.class)
                .isThrownBy(() -> ScreenplayParser.parse(GOOD.replace("\"weather\":\"storm\"", "\"weather\":\"hail\"")
                        .replace("\"mood\":\"tense\"", "\"mood\":9")))
                .satisfies(refusal -> assertThat(refusal.reasons()).hasSize(4));
    }
}
