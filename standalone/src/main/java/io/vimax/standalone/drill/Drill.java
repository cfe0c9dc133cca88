package io.vimax.standalone.drill;

import io.vimax.standalone.console.Refusal;
import io.vimax.standalone.demo.FilmProgress;
import io.vimax.standalone.demo.FilmProvider;
import io.vimax.standalone.demo.Filming;
import io.vimax.standalone.demo.VimaxApi;
import io.vimax.standalone.supervise.PartState;
import io.vimax.standalone.supervise.Processes;
import io.vimax.standalone.supervise.SystemState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One film with one murder in it. */
public final class Drill {
    private static final String IDEA = "Two children build a boat from a wardrobe and sail it across the flooded town.";

    private final VimaxApi api;
    private final Supplier<SystemState> system;
    private final Consumer<String> say;
    private final FilmProvider provider;

    /**
     * A drill on a system that runs.
     *
     * @param system the state of the system as it is now
     * @param provider whose models make the film
     */
    public Drill(VimaxApi api, Supplier<SystemState> system, Consumer<String> say, FilmProvider provider) {
        this.provider = provider;
        this.api = api;
        this.system = system;
        this.say = say;
    }

    /**
     * What became of the film.
     *
     * @param filmDocument the state document after the film was finished
     * @param pid what was killed, if the film was not finished before the moment came
     * @param killedAt percent of the film at the kill
     */
    public record Outcome(
            FilmProgress film, VimaxApi.Answer filmDocument, Optional<Long> pid, double killedAt, Duration took) {}

    /**
     * The moment comes from the seed: somewhere between the script (a tenth of the film) and the last clip (about half of it), so that
     * any step of a shot can be hit.
     */
    public Outcome run(Victim victim, long seed, int seconds) throws IOException, InterruptedException {
        Random random = new Random(seed);
        double moment = 10 + random.nextDouble() * 40;
        long begin = System.nanoTime();
        String episode = order(seed, seconds);
        Kill kill = new Kill(victim, moment);
        FilmProgress film = new Filming(api, say, kill).follow(episode);
        VimaxApi.Answer document = api.get("/api/v1/editor/episode/" + episode + "/state", Optional.empty());
        return new Outcome(film, document, kill.pid, kill.percent, Duration.ofNanos(System.nanoTime() - begin));
    }

    private String order(long seed, int seconds) throws IOException, InterruptedException {
        ObjectNode body = JsonMapper.builder().build().createObjectNode();
        body.put("idea", IDEA).put("seconds", seconds).put("ratio", "16:9").put("language", "en");
        body.put("seed", seed).put("autopilot", true);
        ObjectNode models = body.putObject("models");
        provider.models().forEach(models::put);
        VimaxApi.Answer answer = api.post("/api/v1/episodes", body, "drill-" + UUID.randomUUID());
        if (!answer.ok()) {
            throw Refusal.because("The film of the drill was refused: " + answer.words());
        }
        return answer.body().path("id").asString();
    }

    private final class Kill implements Consumer<FilmProgress> {
        private final Victim victim;
        private final double moment;
        private Optional<Long> pid = Optional.empty();
        private double percent;

        Kill(Victim victim, double moment) {
            this.victim = victim;
            this.moment = moment;
        }

        @Override
        public void accept(FilmProgress film) {
            boolean shotsAreMade = !film.shots().isEmpty() && film.active() > 0;
            if (pid.isPresent() || film.finished() || !shotsAreMade || film.percent() < moment) {
                return;
            }
            Optional<ProcessHandle> process =
                    system.get().part(victim.part()).flatMap(part -> Processes.find(part.pid(), part.startedAt()));
            process.ifPresent(found -> {
                Processes.signal(found, "KILL");
                pid = Optional.of(found.pid());
                percent = film.percent();
                say.accept("Killed %s (process %d) at %.0f %% of the film."
                        .formatted(victim.word(), found.pid(), percent));
            });
        }
    }

    /** Parts that were started again, by name. */
    public static List<String> restarted(SystemState state) {
        return state.parts().stream()
                .filter(part -> part.restarts() > 0)
                .map(PartState::name)
                .toList();
    }
}
