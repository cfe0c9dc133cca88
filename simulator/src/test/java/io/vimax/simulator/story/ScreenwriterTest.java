package io.vimax.simulator.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.chat.ChatQuestion;
import io.vimax.simulator.chat.ChatQuestion.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScreenwriterTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RULES = "Answer with one JSON object. {\"format\": \"vimax-screenplay/1\"}";
    private static final String IDEA = "A lighthouse keeper finds a message in a bottle, and rows out to answer it.";

    @Test
    void tellsWhatTheIdeaSaysInItsOrderAboutThoseWhomItNames() {
        JsonNode film = ask(wish("about 25500", IDEA));

        assertThat(film.path("format").asString()).isEqualTo("vimax-screenplay/1");
        assertThat(film.path("title").asString()).contains("lighthouse keeper");
        assertThat(film.path("characters").get(0).path("name").asString()).isEqualTo("Lighthouse keeper");
        assertThat(words(film))
                .containsSubsequence(
                        "A lighthouse keeper finds a message in a bottle.",
                        "The lighthouse keeper rows out to answer it.");
        assertThat(film.path("scenes").get(0).path("act").asString()).isEqualTo("beginning");
        assertThat(film.path("scenes")
                        .path(film.path("scenes").size() - 1)
                        .path("act")
                        .asString())
                .isEqualTo("end");
    }

    @ParameterizedTest
    @ValueSource(longs = {2_500, 7_500, 25_500, 40_500, 115_500, 595_500})
    void lastsAsLongAsIsAskedFor(long length) {
        List<Long> shots = lengths(ask(wish("about " + length, IDEA)));

        assertThat(shots).allSatisfy(ms -> assertThat(ms).isBetween(2_500L, 8_000L));
        assertThat(shots.stream().mapToLong(Long::longValue).sum()).isBetween(length - 40, length + 40);
    }

    @ParameterizedTest
    @CsvSource({"1, 25500", "4, 40500", "12, 60000"})
    void hasAsManyScenesAsAreAskedFor(int scenes, long length) {
        JsonNode film = ask(wish("about " + length + ". It has exactly " + scenes + " scenes", IDEA));

        assertThat(film.path("scenes").size()).isEqualTo(scenes);
    }

    @Test
    void tellsChineseIdeasInChinese() {
        JsonNode film = ask(wish("about 25500", "一只猫寻找丢失的月亮"));

        assertThat(film.path("language").asString()).isEqualTo("zh");
        assertThat(film.path("characters").get(0).path("name").asString()).isEqualTo("猫");
        assertThat(words(film)).contains("一只猫寻找丢失的月亮。").allMatch(text -> text.matches("[^a-zA-Z]+"));
    }

    @Test
    void keepsEveryWordOfAPersonsOwnTextInItsOrder() {
        String text = """
                The owl went to sea. They took some honey, and plenty of money, wrapped up in a five-pound note, and \
                then they looked up to the stars above and sang to a small guitar for a long while.

                MARA: Who is there?

                Nobody answered.""";
        JsonNode film = ask("Split this text into a film. Keep its words and their order; invent nothing.\n\n" + text);

        assertThat(String.join(" ", words(film)))
                .isEqualTo(text.replaceAll("\\s+", " ").replace("MARA: ", ""));
        assertThat(words(film)).allSatisfy(line -> assertThat(line.split(" ")).hasSizeLessThan(19));
        assertThat(film.toString()).contains("\"speaker\":\"MARA\",\"kind\":\"dialogue\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'# The boat at sea, night', 'The boat at sea, night', night, false",
        "'INT. KITCHEN - DAWN', kitchen, dawn, true",
        "'# The beach by moonlight', The beach by moonlight, night, false"
    })
    void playsWhereAndWhenAHeadingSays(String heading, String place, String time, boolean interior) {
        JsonNode scene = ask("Split this text into a film.\n\n" + heading + "\n\nMara waits.")
                .path("scenes")
                .get(0);

        assertThat(scene.path("place").asString()).isEqualTo(place);
        assertThat(scene.path("time_of_day").asString()).isEqualTo(time);
        assertThat(scene.path("interior").asBoolean()).isEqualTo(interior);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "?!", "THE", "the", "42", "Mara", ".", "🐙", "a b", "storms"})
    void makesAFilmOfAnyIdea(String idea) {
        assertThat(words(ask(wish("about 25500", idea)))).isNotEmpty().allMatch(text -> !text.isBlank());
        assertThat(lengths(ask("Split this text into a film.\n\n" + idea))).isNotEmpty();
    }

    @Test
    void answersTheSameWhenItIsAskedAgain() {
        String wish = wish("about 25500", IDEA);
        var first = new Message("user", wish);
        String answer = new Screenwriter().answer(question(first));

        assertThat(new Screenwriter()
                        .answer(question(
                                first, new Message("assistant", "{"), new Message("user", "That cannot be used"))))
                .isEqualTo(answer);
    }

    @Test
    void leavesOtherQuestionsToThePlainAnswer() {
        var plain = new ChatQuestion(
                "yunwu", "m", List.of(new Message("user", "Hello there")), false, JSON.createObjectNode());

        assertThat(new Screenwriter().answer(plain)).isEqualTo("You said: Hello there");
    }

    private static String wish(String length, String idea) {
        return "Tell a story from this idea. The duration_ms of all shots together are " + length + ".\n\n" + idea;
    }

    private static JsonNode ask(String wish) {
        return JSON.readTree(new Screenwriter().answer(question(new Message("user", wish))));
    }

    private static ChatQuestion question(Message... said) {
        var messages = new ArrayList<Message>();
        messages.add(new Message("system", RULES));
        messages.addAll(List.of(said));
        return new ChatQuestion("yunwu", "gemini-3.5-flash-lite", messages, true, JSON.createObjectNode());
    }

    private static List<JsonNode> shots(JsonNode film) {
        var shots = new ArrayList<JsonNode>();
        film.path("scenes").forEach(scene -> scene.path("shots").forEach(shots::add));
        return shots;
    }

    private static List<Long> lengths(JsonNode film) {
        return shots(film).stream()
                .map(shot -> shot.path("duration_ms").asLong())
                .toList();
    }

    private static List<String> words(JsonNode film) {
        return shots(film).stream()
                .flatMap(shot -> shot.path("lines").valueStream())
                .map(line -> line.path("text").asString())
                .collect(Collectors.toList());
    }
}
