package io.vimax.bench.workers;

import io.vimax.schemas.Topics;
import io.vimax.standalone.home.Dist;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.home.StartCache;
import io.vimax.standalone.server.Kafka;
import io.vimax.standalone.server.Registry;
import io.vimax.standalone.supervise.PartProcess;
import io.vimax.testing.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Kafka and the registry with all topics and schemas, as {@code ./vimax up} starts them. */
final class EventServers implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final int kafkaPort = FreePort.find();
    private final int registryPort = FreePort.find();
    private final PartProcess kafka;
    private final PartProcess registry;

    /** @param folder empty, for what they keep */
    EventServers(Dist dist, Path folder) throws IOException, InterruptedException {
        Home home = new Home(folder).create();
        kafka = PartProcess.start(
                new Kafka(dist, home, kafkaPort, FreePort.find(), Topics.ALL, StartCache.used(dist.kafka())), home);
        try {
            registry = PartProcess.start(
                    new Registry(
                            dist, home, registryPort, FreePort.find(), Topics.ALL, StartCache.used(dist.registry())),
                    home);
        } catch (IOException | InterruptedException | RuntimeException e) {
            kafka.close();
            throw e;
        }
        try {
            awaitReady(kafka);
            awaitReady(registry);
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static void awaitReady(PartProcess server) throws IOException, InterruptedException {
        try {
            server.awaitReady(LONGEST_START);
        } catch (IOException e) {
            throw new IOException(server.name() + ": " + e.getMessage(), e);
        }
    }

    String brokers() {
        return "127.0.0.1:" + kafkaPort;
    }

    String registryUrl() {
        return "http://127.0.0.1:" + registryPort;
    }

    /** As a service is told. */
    Map<String, String> environment() {
        return Map.of("VIMAX_KAFKA", brokers(), "VIMAX_REGISTRY", registryUrl());
    }

    @Override
    public void close() {
        registry.close();
        kafka.close();
    }
}
