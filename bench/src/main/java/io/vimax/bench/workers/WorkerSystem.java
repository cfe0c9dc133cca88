package io.vimax.bench.workers;

import io.vimax.bench.replica.KeyPoolSystem;
import io.vimax.bench.replica.Replica;
import io.vimax.simulator.Configuration;
import io.vimax.simulator.ProviderSimulator;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.standalone.home.Dist;
import io.vimax.standalone.service.Service;
import io.vimax.testing.Identities;
import io.vimax.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/** The whole of it. Everything is a process of its own, but for the simulator, which lives here so that its ledger can be read. */
public final class WorkerSystem implements AutoCloseable {

    private final String database = PostgresServer.freshUrl();
    private final Path folder;
    private final Dist dist;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> flags;
    private final List<Worker> workers = new ArrayList<>();
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final ProviderSimulator simulator;
    private final EventServers events;

    /**
     * What is wanted.
     *
     * @param workers how many replicas
     * @param flags of their JVMs
     * @param settings of theirs, as environment variables
     * @param accounts of the provider
     * @param latency how long the provider's work takes
     */
    public record Plan(
            int workers,
            List<String> flags,
            Map<String, String> settings,
            RelayAccounts accounts,
            LatencyProfile latency) {}

    /** A replica, and the name that it began with. */
    public record Worker(String name, Replica process) {}

    /** @param folder is emptied first */
    public WorkerSystem(Dist dist, Path folder, Plan plan) throws IOException, InterruptedException, SQLException {
        this.dist = dist;
        this.folder = folder;
        this.flags = plan.flags();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        simulator = part(ProviderSimulator.start(Configuration.standard().latency(plan.latency())));
        try {
            events = part(new EventServers(dist, folder.resolve("servers")));
            var pool = part(
                    new KeyPoolSystem(dist, folder.resolve("key-pool"), KeyPoolSystem.SMALL, 1, events.environment()));
            plan.accounts().open(simulator, pool);
            environment.put("VIMAX_BIND", "127.0.0.1");
            environment.put("VIMAX_DB_URL", database);
            environment.put("VIMAX_DB_USER", "postgres");
            environment.put("VIMAX_DB_PASSWORD", "postgres");
            environment.put("VIMAX_TRUST", Identities.trustFile().toString());
            environment.put(
                    "VIMAX_IDENTITY",
                    Identities.identityFile(Service.WORKER.title()).toString());
            environment.put(
                    "VIMAX_KEY_POOL_URL",
                    "http://127.0.0.1:" + pool.replicas().getFirst().port());
            environment.put("VIMAX_ASSETS", assets().toString());
            environment.put("VIMAX_PRIVATE_HOSTS", "127.0.0.1:" + simulator.port());
            environment.put(
                    "WORKER_TASK_CRASHFOLDER",
                    Files.createDirectories(crashFolder()).toString());
            environment.putAll(events.environment());
            environment.putAll(plan.settings());
            for (int number = 0; number < plan.workers(); number++) {
                Worker started = start("worker-" + number);
                if (number == 0) {
                    // The first one brings the database up to date.
                    started.process().awaitReady();
                }
            }
            for (Worker worker : workers) {
                worker.process().awaitReady();
            }
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T part(T part) {
        parts.addFirst(part);
        return part;
    }

    private Worker start(String name) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>(environment);
        settings.putAll(named(name));
        var worker =
                new Worker(name, new Replica(dist, Service.WORKER, flags, settings, folder.resolve(name + ".log")));
        workers.add(worker);
        return worker;
    }

    /** The environment of a replica of that name. */
    public static Map<String, String> named(String name) {
        return Map.of("VIMAX_WORKER_ID", name);
    }

    public List<Worker> workers() {
        return List.copyOf(workers);
    }

    public ProviderSimulator simulator() {
        return simulator;
    }

    /** @param listener is told of every end, on a thread of its own */
    public EventClient connect(Consumer<Ended> listener) {
        return part(new EventClient(events.brokers(), events.registryUrl(), listener));
    }

    /** A connection to the workers' database. */
    public Connection tasks() throws SQLException {
        return DriverManager.getConnection(database, "postgres", "postgres");
    }

    /** Where a drill says at which points it wants to kill workers. */
    public Path crashFolder() {
        return folder.resolve("crash-points");
    }

    /** Where the workers keep results. */
    public Path assets() {
        return folder.resolve("assets");
    }

    @Override
    public void close() {
        workers.parallelStream().forEach(worker -> worker.process().close());
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("A part did not end well: " + e);
            }
        }
    }
}
