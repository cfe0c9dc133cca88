package io.vimax.standalone.demo;

import io.vimax.standalone.console.Terminal;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For a program: one JSON document a line. */
final class JsonReport implements Report {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terminal terminal;
    private Optional<FilmProgress> before = Optional.empty();

    JsonReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void ordered(String episodeId) {
        say(event("ordered").put("episode_id", episodeId));
    }

    @Override
    public void progress(FilmProgress film, Duration elapsed) {
        if (before.filter(film::equals).isPresent()) {
            return;
        }
        before = Optional.of(film);
        ObjectNode event = event("progress")
                .put("state", film.state())
                .put("status", film.status())
                .put("percent", film.percent())
                .put("elapsed_ms", elapsed.toMillis());
        film.remaining().ifPresent(left -> event.put("eta_ms", left.toMillis()));
        ArrayNode stages = event.putArray("stages");
        film.stages()
                .forEach(stage -> stages.addObject()
                        .put("name", stage.name())
                        .put("status", stage.status())
                        .put("done", stage.done())
                        .put("total", stage.total())
                        .put("percent", stage.percent()));
        ArrayNode shots = event.putArray("shots");
        film.shots().forEach(shot -> {
            ObjectNode node = shots.addObject()
                    .put("number", shot.number())
                    .put("doing", shot.doing())
                    .put("percent", shot.percent());
            shot.remaining().ifPresent(left -> node.put("eta_ms", left.toMillis()));
        });
        say(event);
    }

    @Override
    public void note(String words) {
        say(event("note").put("text", words));
    }

    @Override
    public void finished(Demo.Finished finished) {
        ObjectNode event = event("finished")
                .put("episode_id", finished.film().episodeId())
                .put("file", finished.file().toString())
                .put("duration_ms", finished.made().duration().toMillis())
                .put("width", finished.made().width())
                .put("height", finished.made().height())
                .put("bytes", finished.made().bytes());
        event.putObject("cost")
                .put("spent_usd", finished.film().cost().spent())
                .put("estimated_usd", finished.film().cost().estimated())
                .put("simulated", finished.simulated());
        finished.took().ifPresent(took -> event.put("took_ms", took.toMillis()));
        ArrayNode captions = event.putArray("captions");
        finished.captions().forEach(file -> captions.add(file.toString()));
        finished.link().ifPresent(link -> event.put("studio", link));
        say(event);
    }

    private static ObjectNode event(String name) {
        return JSON.createObjectNode().put("event", name);
    }

    private void say(ObjectNode event) {
        terminal.say(JSON.writeValueAsString(event));
    }
}
