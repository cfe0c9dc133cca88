package io.vimax.bench.generation;

import io.vimax.bench.measure.Text;
import io.vimax.bench.workers.EventClient;
import io.vimax.bench.workers.Orders;
import io.vimax.bench.workers.Orders.Customer;
import io.vimax.bench.workers.RelayAccounts;
import io.vimax.bench.workers.RelayAccounts.Group;
import io.vimax.bench.workers.WorkerSystem;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.Priority;
import io.vimax.simulator.model.Latency;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.model.WorkKind;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One worker with a heap of 512 MB follows a great many jobs of a provider at the same time, and brings all of them home. */
final class ManyJobs {

    private static final String MODEL = Orders.VIDEO_MODEL;
    private static final Duration LONGEST = Duration.ofMinutes(25);
    private static final long STEP_MS = 1_000;

    private final Setting setting;

    ManyJobs(Setting setting) {
        this.setting = setting;
    }

    /**
     * What came of it.
     *
     * @param atOnce jobs that ran at the provider at the same moment
     * @param begunWithinMs from the first call to the last, in milliseconds
     * @param need the most that the worker needed
     * @param allEndedAfterMs from the end of the provider's last job until everything was stored, in milliseconds
     * @param claimsLost claims that the worker let fall silent
     */
    record Result(
            int jobs,
            long atOnce,
            long begunWithinMs,
            Gauges need,
            long completed,
            long otherEnds,
            long claimsLost,
            long allEndedAfterMs) {

        String words() {
            return Text.format(
                    "One worker with -Xmx512m: %d jobs at once of %d, begun within %.0f s; at most %.0f MB of heap with its garbage, %d threads, %.0f MB in all; %d completed, %d ended otherwise, %d claims lost; the last was stored %.0f s after the provider was done.",
                    atOnce,
                    jobs,
                    begunWithinMs / 1e3,
                    need.heapMb(),
                    need.threads(),
                    need.memoryMb(),
                    completed,
                    otherEnds,
                    claimsLost,
                    allEndedAfterMs / 1e3);
        }
    }

    Result measure() throws IOException, InterruptedException, SQLException {
        int jobs = setting.either(2_000, 200);
        Duration length = Duration.ofSeconds(setting.either(300, 45));
        String most = Integer.toString(jobs + 100);
        var plan = new WorkerSystem.Plan(
                1,
                List.of("-Xms64m", "-Xmx512m"),
                Map.of("WORKER_TASK_MOSTRUNNING", most, "WORKER_TASK_MOSTPERLANE", most),
                new RelayAccounts(List.of(new Group("many", 4, List.of(MODEL))), jobs, null),
                LatencyProfile.INSTANT.with(WorkKind.VIDEO, new Latency.Fixed(length)));
        Map<UUID, String> ends = new ConcurrentHashMap<>();
        try (var system = new WorkerSystem(setting.dist(), setting.folder(), plan);
                var http = HttpClient.newHttpClient()) {
            EventClient events = system.connect(end -> ends.put(end.generation(), end.word()));
            var worker = system.workers().getFirst().process();
            setting.out().println("  " + jobs + " clips of " + length.toSeconds() + " s are asked for");
            events.requestAll(orders(jobs));
            Gauges need = Gauges.of(http, worker.port(), worker.pid());
            long atOnce = 0;
            long end = System.nanoTime() + LONGEST.toNanos();
            while (ends.size() < jobs && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(STEP_MS);
                atOnce = Math.max(
                        atOnce,
                        system.simulator().jobs().running(setting.clock().instant()));
                need = need.most(Gauges.of(http, worker.port(), worker.pid()));
            }
            Instant over = setting.clock().instant();
            List<Instant> begins = Calls.accepted(system.simulator()).values().stream()
                    .sorted()
                    .toList();
            long completed = ends.values().stream().filter("completed"::equals).count();
            return new Result(
                    jobs,
                    atOnce,
                    Duration.between(begins.getFirst(), begins.getLast()).toMillis(),
                    need,
                    completed,
                    ends.size() - completed,
                    claimsLost(system),
                    Duration.between(begins.getLast().plus(length), over).toMillis());
        }
    }

    /** Nobody else is there to take a claim, so every fence beyond the first is a claim that was lost, or was put back. */
    private static long claimsLost(WorkerSystem system) throws SQLException {
        try (var tasks = system.tasks();
                var statement = tasks.createStatement();
                var row = statement.executeQuery("select count(*) from task where fence > 1")) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<GenerationRequested> orders(int jobs) {
        var book = new Orders(setting.clock());
        return Stream.generate(
                        () -> book.video(new Customer(UUID.randomUUID(), UUID.randomUUID(), Priority.NORMAL), MODEL))
                .limit(jobs)
                .toList();
    }
}
