package io.vimax.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
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
               {"kind":"video","target":{"type":"shot","id":"s2"},"state":"running","progress":0.5,"eta_p50_ms":4100},
               {"kind":"image","target":{"type":"shot","id":"s3"},"state":"queued","progress":null}],
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
                        "[  8 s] Script: ready",
                        "[  8 s] Clips: running (1 of 4)",
                        "[  8 s] Shot 1 of 4: ready",
                        "[  8 s] Shot 2 of 4: filming",
                        "[  8 s] Shot 4 of 4: failed",
                        "[  8 s] 40 % done, about 38 s left");
        assertThat(news.since(now, Duration.ofSeconds(9)))
                .containsExactly(
                        "[  9 s] Film: running", "[  9 s] Shot 3 of 4: drawing", "[  9 s] 50 % done, about 38 s left");
        assertThat(news.since(before, Duration.ofSeconds(10))).isEmpty();
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
