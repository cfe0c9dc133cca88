package io.vimax.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.standalone.console.Terminal;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.secrets.CliToken;
import io.vimax.standalone.secrets.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream words = new ByteArrayOutputStream();
    private FakeVimax vimax;
    private Home home;

    @BeforeEach
    void start() throws IOException {
        vimax = new FakeVimax();
        home = new Home(folder.resolve("home")).create();
    }

    @AfterEach
    void stop() {
        vimax.close();
    }

    private Path demo(String... line) throws IOException, InterruptedException {
        DemoOrder order = DemoOrder.parse(List.of(line), folder);
        Terminal terminal = new Terminal(new PrintStream(words, true, StandardCharsets.UTF_8), false, false, 80);
        VimaxApi api = new VimaxApi(vimax.port(), new CliToken(new Secrets(home), Clock.systemUTC()));
        return new Demo(api, order, terminal, home, "./vimax demo again").run();
    }

    @Test
    void tellsTheCostOfASimulatedFilmAndThatNobodyPaysIt() throws Exception {
        String finished = FakeVimax.finished()
                .replace(
                        "\"generations\":[]",
                        "\"generations\":[{\"state\":\"ready\",\"cost_estimated\":{\"amount\":\"0.150000\"}},"
                                + "{\"state\":\"ready\",\"cost_estimated\":{\"amount\":\"0.035\"}}],\"cost\":{\"amount\":\"0.185\"}");
        vimax.states.add(finished);

        demo("an idea", "--provider", "simulator");

        assertThat(words.toString(StandardCharsets.UTF_8))
                .contains(
                        "Cost      $0.19, estimated $0.19  (simulated prices of a simulated provider: nobody pays them)");
        assertThat(vimax.bodies.getFirst()).contains("\"models\":{\"chat\":\"gemini-3.5-flash-lite\"", "veo3.1-fast");
    }

    @Test
    void writesTheFilmAndItsCaptionsAndSaysWhereTheyAre() throws Exception {
        vimax.states.add(FakeVimax.running(20));
        vimax.states.add(FakeVimax.running(20));
        vimax.states.add(FakeVimax.finished());

        Path film = demo("an idea", "-o", "my film.mp4");

        assertThat(film).isEqualTo(folder.resolve("my film.mp4")).hasBinaryContent(FakeVimax.FILM);
        assertThat(folder.resolve("my film.vtt")).exists();
        assertThat(folder.resolve("my film.srt")).exists();
        assertThat(words.toString(StandardCharsets.UTF_8))
                .contains("20 %", "my film.mp4", "30 s, 1280 x 720", "/sign-in/x")
                .doesNotContain("\033");
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void claimsNoTimeForAFilmThatWasThereBefore() throws Exception {
        vimax.states.add(FakeVimax.finished());

        demo("an idea");

        assertThat(words.toString(StandardCharsets.UTF_8))
                .contains("made before")
                .doesNotContain("made in", "100 %");
    }

    @Test
    void goesOnThroughAnOutageAndTellsOfItOnce() throws Exception {
        vimax.outages = 3;
        vimax.states.add(FakeVimax.finished());

        demo("an idea");

        assertThat(words.toString(StandardCharsets.UTF_8)).containsOnlyOnce("Waiting for the editor to come back.");
    }

    @Test
    void givesTheSameOrderTheSameKeyUntilAnotherFilmIsWanted() throws Exception {
        vimax.states.add(FakeVimax.finished());

        demo("an idea");
        demo("an idea");
        demo("an idea", "--seconds", "31");
        demo("an idea", "--new");
        demo("an idea");

        List<String> keys = new ArrayList<>(vimax.asked);
        keys.removeIf(line -> !line.startsWith("POST /api/v1/episodes "));
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
        assertThat(keys.get(3)).isNotEqualTo(keys.get(0));
        assertThat(keys.get(4)).isEqualTo(keys.get(3));
    }

    @Test
    void resumesAnEpisodeThatWasCancelled() throws Exception {
        vimax.states.add(FakeVimax.cancelled());
        vimax.states.add(FakeVimax.finished());

        demo("an idea");

        assertThat(vimax.asked).anyMatch(line -> line.startsWith("POST /api/v1/editor/episode/e1/resume"));
    }

    @Test
    void neverOverwritesAnotherFilmUnlessToldTo() throws Exception {
        vimax.states.add(FakeVimax.finished());
        Files.writeString(folder.resolve("episode.mp4"), "something else");

        assertThat(demo("an idea")).isEqualTo(folder.resolve("episode-2.mp4"));
        assertThat(demo("an idea")).isEqualTo(folder.resolve("episode-2.mp4"));
        assertThat(folder.resolve("episode.mp4")).hasContent("something else");
        assertThat(demo("an idea", "-f")).isEqualTo(folder.resolve("episode.mp4"));
        assertThat(folder.resolve("episode.mp4")).hasBinaryContent(FakeVimax.FILM);
    }

    @Test
    void keepsNoDamagedFilm() {
        vimax.damaged = true;
        vimax.states.add(FakeVimax.finished());

        assertThatThrownBy(() -> demo("an idea")).hasMessageContaining("damaged");
        assertThat(folder.resolve("episode.mp4")).doesNotExist();
    }

    @Test
    void tellsCauseAndRemedyWhenAPartOfTheFilmFailed() {
        vimax.states.add(FakeVimax.failed());

        assertThatThrownBy(() -> demo("an idea")).hasMessageContaining("./vimax demo again");
        assertThat(words.toString(StandardCharsets.UTF_8))
                .contains("Shot 2: content rejected", "What to do: change it in the Studio")
                .doesNotContain("Shot 2: Shot 2");
    }

    @Test
    void sendsThePersonToTheStudioWhereADecisionIsWanted() {
        vimax.states.add(FakeVimax.failed().replace("\"edit\"", "\"resolve\""));

        assertThatThrownBy(() -> demo("an idea")).hasMessageContaining("./vimax demo again");
        assertThat(words.toString(StandardCharsets.UTF_8)).contains("What to do: decide in the Studio");
    }

    @Test
    void writesOneJsonDocumentALineWhenAsked() throws Exception {
        vimax.states.add(FakeVimax.running(20));
        vimax.states.add(FakeVimax.finished());

        demo("an idea", "--json");

        assertThat(words.toString(StandardCharsets.UTF_8).lines())
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"))
                .first()
                .isEqualTo("{\"event\":\"ordered\",\"episode_id\":\"e1\"}");
        assertThat(words.toString(StandardCharsets.UTF_8)).contains("\"event\":\"finished\"", "\"bytes\":6000");
    }
}
