package io.vimax.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProgressLinesTest {
    private static final String HALF_WAY = """
            {"id":"e1","title":"The Answer","state":"scene_generation","status":"running","paused":false,
             "scenes":[{"shots":[
               {"id":"s1","global_number":1,"status":"ready","selected_take_id":"t1","takes":[{"id":"t1"}]},
               {"id":"s2","global_number":2,"status":"running","selected_take_id":null,"takes":[]},
               {"id":"s3","global_number":3,"status":"queued","selected_take_id":null,"takes":[]},
               {"id":"s4","global_number":4,"status":"failed","selected_take_id":null,"takes":[]}]}],
             "generations":[
               {"kind":"video","target":{"type":"shot_clip","id":"s2"},"state":"running","progress":0.5,"eta_p50_ms":4100},
               {"kind":"image","target":{"type":"shot_keyframe","id":"s3"},"state":"queued","progress":null}],
             "progress":{"percent":41.5,"eta_ms":38000,"stages":[
               {"name":"script","status":"ready","done":1,"total":1,"percent":100},
               {"name":"clips","status":"running","done":1,"total":4,"percent":37.5},
               {"name":"render","status":"not_started","done":0,"total":1,"percent":0}]},
             "render":null,"problems":[]}
            """;

    private static FilmProgress film(String json) {
        return FilmProgress.of(JsonMapper.builder().build().readTree(json));
    }

    @Test
    void drawsTheFilmItsStagesAndTheShotsThatAreNotReady() {
        assertThat(String.join("\n", ProgressLines.picture(film(HALF_WAY), Duration.ofSeconds(65))))
                .isEqualTo("""
                        Film      ██████████░░░░░░░░░░░░░░  42 %  1 min 05 s, about 38 s left
                          Script    ████████████████████████ 100 %  1 of 1
                          Clips     █████████░░░░░░░░░░░░░░░  38 %  1 of 4
                          Film      ░░░░░░░░░░░░░░░░░░░░░░░░   0 %
                            shot 2   ████████████░░░░░░░░░░░░  50 %  filming  about 4 s left
                            shot 4   ░░░░░░░░░░░░░░░░░░░░░░░░   0 %  failed
                            shot 3   ░░░░░░░░░░░░░░░░░░░░░░░░   0 %  waiting""");
    }

    @Test
    void tellsEachThingOnceWhereNothingCanBeRedrawn() {
        FilmProgress before = film(HALF_WAY);
        FilmProgress now = film(HALF_WAY.replace("\"percent\":41.5", "\"percent\":52")
                .replace(
                        "{\"name\":\"render\",\"status\":\"not_started\"",
                        "{\"name\":\"render\",\"status\":\"running\"")
                .replace("\"state\":\"queued\"", "\"state\":\"running\""));
        ProgressNews news = new ProgressNews();

        assertThat(news.since(before, Duration.ofSeconds(8)))
                .containsExactly(
                        " 0:08   42 %  about 0:38 left  Script: ready",
                        " 0:08   42 %  about 0:38 left  Clips: running (1 of 4)",
                        " 0:08   42 %  about 0:38 left  Shot 1 of 4: ready",
                        " 0:08   42 %  about 0:38 left  Shot 2 of 4: filming",
                        " 0:08   42 %  about 0:38 left  Shot 4 of 4: failed");
        assertThat(news.since(now, Duration.ofSeconds(9)))
                .containsExactly(
                        " 0:09   52 %  about 0:38 left  Film: running",
                        " 0:09   52 %  about 0:38 left  Shot 3 of 4: drawing");
        assertThat(news.since(before, Duration.ofSeconds(10))).isEmpty();
    }

    @Test
    void showsALifeSignWhenAShareWasDoneAndNothingElseHappened() {
        ProgressNews news = new ProgressNews();
        news.since(film(HALF_WAY), Duration.ofSeconds(8));

        assertThat(news.since(film(HALF_WAY.replace("\"percent\":41.5", "\"percent\":61.5")), Duration.ofSeconds(300)))
                .containsExactly(" 5:00   62 %  about 0:38 left  Going on");
    }

    @Test
    void tellsWhatIsLeftFromThePaceOfTheFilmUntilTheEditorKnows() {
        String unknown = HALF_WAY.replace("\"eta_ms\":38000", "\"eta_ms\":null");
        Pace pace = new Pace();

        assertThat(pace.timed(film(unknown.replace("41.5", "1.5")), Duration.ofSeconds(2))
                        .remaining())
                .isEmpty();
        assertThat(pace.timed(film(unknown), Duration.ofSeconds(22)).remaining())
                .contains(Duration.ofMillis(29_250));
        assertThat(pace.timed(film(HALF_WAY), Duration.ofSeconds(22)).remaining())
                .contains(Duration.ofSeconds(38));
    }

    @Test
    void knowsTheUnitsOfAShotByTheWordsOfTheEditor() throws IOException {
        JsonNode document =
                JsonMapper.builder().build().readTree(Files.readString(Path.of("../docs/openapi/editor-service.json")));
        List<String> words = new ArrayList<>();
        document.at("/components/schemas/Target/properties/type/enum").forEach(word -> words.add(word.asString()));

        assertThat(words).containsAll(FilmProgress.SHOT_WORK);
    }

    @Test
    void seesAFilmThatStandsStillOnlyWhenNothingIsUnderWay() {
        String failed = HALF_WAY.replace("\"status\":\"running\",\"paused\"", "\"status\":\"failed\",\"paused\"");

        assertThat(film(failed).stuck()).isFalse();
        assertThat(film(failed.replaceAll("\"generations\":\\[[^]]*]", "\"generations\":[]"))
                        .stuck())
                .isTrue();
    }
}
