package io.vimax.standalone.service;

import io.vimax.schemas.Topics;
import io.vimax.standalone.console.Terminal;
import io.vimax.standalone.home.Dist;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.home.Ports;
import io.vimax.standalone.home.StartCache;
import io.vimax.standalone.secrets.Secrets;
import io.vimax.standalone.server.Kafka;
import io.vimax.standalone.server.Postgres;
import io.vimax.standalone.server.Redis;
import io.vimax.standalone.server.Registry;
import io.vimax.standalone.supervise.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the programs once for real, in an installation of their own, to make their start-up caches: a cache from a complete run saves
 * more than one from a run that ends before the first request. Where a run fails, that program simply gets no cache.
 */
final class Training {
    private static final int FIRST_PORT = 26_000;

    private final Dist dist;
    private final Home home;
    private final Terminal terminal;
    private final Map<Service, Path> programs;

    Training(Dist dist, Terminal terminal, Map<Service, Path> programs) {
        this.dist = dist;
        this.home = new Home(dist.folder().resolve("training"));
        this.terminal = terminal;
        this.programs = programs;
    }

    void run() throws IOException, InterruptedException {
        String kafkaJars = content(dist.kafka().resolve("lib"));
        String registryJars = content(dist.registry().resolve("app"))
                + content(dist.registry().resolve("lib/main"));
        StartCache kafkaCache = cache(dist.kafka(), kafkaJars);
        StartCache registryCache = cache(dist.registry(), registryJars);
        List<Service> missing = programs.keySet().stream()
                .filter(service -> !StartCache.used(program(service)).tried(name(service)))
                .toList();
        if (missing.isEmpty() && !kafkaCache.training() && !registryCache.training()) {
            return;
        }
        home.create();
        new Leftovers(home).stop();
        Thread cleanUp = new Thread(() -> new Leftovers(home).stop(), "training-clean-up");
        Runtime.getRuntime().addShutdownHook(cleanUp);
        try {
            Map<String, Integer> ports = ports();
            Secrets secrets = new Secrets(home).create();
            Postgres postgres = new Postgres(dist, home, port(ports, Postgres.NAME), secrets, Service.databases());
            Redis redis = new Redis(dist, home, port(ports, Redis.NAME));
            Kafka kafka =
                    new Kafka(dist, home, port(ports, Kafka.NAME), port(ports, "controller"), Topics.ALL, kafkaCache);
            Registry registry = new Registry(
                    dist, home, port(ports, Registry.NAME), port(ports, "management"), Topics.ALL, registryCache);
            try (TrialRun _ = TrialRun.start(postgres, home);
                    TrialRun _ = TrialRun.start(redis, home);
                    TrialRun broker = TrialRun.start(kafka, home);
                    TrialRun schemas = TrialRun.start(registry, home)) {
                trainServices(missing, new Environment(home, secrets, ports, 2));
                settle(schemas, registryCache, registryJars, Registry.NAME);
                settle(broker, kafkaCache, kafkaJars, Kafka.NAME);
            }
        } finally {
            new Leftovers(home).stop();
            Runtime.getRuntime().removeShutdownHook(cleanUp);
        }
    }

    /** Two at a time: one alone leaves a core idle while it waits for the disk, three starve each other. */
    private void trainServices(List<Service> missing, Environment environment) throws InterruptedException {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (Service service : missing) {
                running.add(two.submit(() -> {
                    StartCache cache = StartCache.trained(program(service));
                    ServicePart part = ServicePart.of(service, service.title(), program(service), environment, cache);
                    try (TrialRun run = TrialRun.start(part, home)) {
                        settle(run, cache, name(service), service.title());
                    } catch (IOException e) {
                        cache.settle(name(service), false, false);
                        say(service.title(), false, String.valueOf(e.getMessage()));
                    }
                    return service;
                }));
            }
            for (Future<?> training : running) {
                try {
                    training.get();
                } catch (ExecutionException e) {
                    terminal.say("  start-up cache: " + e.getCause());
                }
            }
        }
    }

    private void settle(TrialRun run, StartCache cache, String content, String name)
            throws IOException, InterruptedException {
        if (cache.training()) {
            int code = run.end();
            say(
                    name,
                    cache.settle(content, TrialRun.clean(code), TrialRun.ownFault(code)),
                    "it ended with code " + code);
        }
    }

    private void say(String name, boolean made, String otherwise) {
        terminal.say(
                made
                        ? "  " + name + ": start-up cache made"
                        : "  " + name + ": no start-up cache (" + otherwise
                                + "); it works, but starts more slowly. Details: " + home.log(name));
    }

    private static StartCache cache(Path program, String content) {
        return StartCache.used(program).tried(content) ? StartCache.used(program) : StartCache.trained(program);
    }

    private Path program(Service service) {
        return Objects.requireNonNull(programs.get(service));
    }

    /** The folder's name contains the digest of the jar. */
    private String name(Service service) {
        return program(service).getFileName().toString();
    }

    private static Map<String, Integer> ports() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            wanted.put(service.title(), FIRST_PORT + wanted.size());
        }
        for (String name : List.of(Postgres.NAME, Redis.NAME, Kafka.NAME, "controller", Registry.NAME, "management")) {
            wanted.put(name, FIRST_PORT + wanted.size());
        }
        return Ports.ofThisMachine().choose(wanted, Map.of());
    }

    private static int port(Map<String, Integer> ports, String name) {
        return Objects.requireNonNull(ports.get(name), name);
    }

    /** A cache is refused when a jar has another size or time than in training. */
    private static String content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Integer.toHexString(files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> file.getFileName() + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .collect(Collectors.joining("\n"))
                    .hashCode());
        }
    }
}
