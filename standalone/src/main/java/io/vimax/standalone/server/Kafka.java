package io.vimax.standalone.server;

import io.vimax.schemas.Topic;
import io.vimax.standalone.home.Atomically;
import io.vimax.standalone.home.Dist;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.home.Java;
import io.vimax.standalone.home.StartCache;
import io.vimax.standalone.home.Trees;
import io.vimax.standalone.supervise.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** One Kafka node in KRaft mode, small on disk and in memory. */
public final class Kafka implements Part {
    public static final String NAME = "kafka";
    public static final int DEFAULT_PORT = 19_092;

    private static final String CLUSTER_ID = "VimaxStandalone0000001";

    private final Dist dist;
    private final Path data;
    private final Path configuration;
    private final int port;
    private final int controllerPort;
    private final List<Topic<?>> topics;
    private final StartCache cache;

    public Kafka(Dist dist, Home home, int port, int controllerPort, List<Topic<?>> topics, StartCache cache) {
        this.dist = dist;
        this.data = home.data(NAME);
        this.configuration = home.run().resolve("kafka.properties");
        this.port = port;
        this.controllerPort = controllerPort;
        this.topics = List.copyOf(topics);
        this.cache = cache;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<String> after() {
        return List.of();
    }

    @Override
    public int tier() {
        return 1;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Atomically.write(configuration, properties(data));
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        Path next = data.resolveSibling(NAME + ".new");
        Trees.delete(next);
        Path formatting = configuration.resolveSibling("kafka-format.properties");
        Files.writeString(formatting, properties(next));
        List<String> command = java(List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(
                "kafka.tools.StorageTool", "format", "--cluster-id", CLUSTER_ID, "--config", formatting.toString()));
        Process format = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(format.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (format.waitFor() != 0) {
            throw new IOException("formatting Kafka's folder failed: " + said.strip());
        }
        if (Files.exists(data)) {
            Files.delete(data);
        }
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(formatting);
    }

    /** Segments and indexes are small because they are allocated in full for each of some seventy partitions. */
    private String properties(Path folder) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=BROKER://127.0.0.1:%1$d
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=1
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                offsets.topic.segment.bytes=4194304
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=2
                transaction.state.log.segment.bytes=4194304
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                log.segment.bytes=16777216
                log.index.size.max.bytes=262144
                log.retention.check.interval.ms=60000
                log.cleaner.dedupe.buffer.size=4194304
                metadata.log.segment.bytes=8388608
                metadata.max.retention.bytes=33554432
                num.network.threads=2
                num.io.threads=4
                num.recovery.threads.per.data.dir=2
                background.threads=2
                controlled.shutdown.max.retries=1
                """.formatted(port, controllerPort, folder.toString().replace("\\", "\\\\"));
    }

    @Override
    public Launch launch() throws IOException {
        List<String> flags = new ArrayList<>(List.of("-Xms64m", "-Xmx256m"));
        flags.addAll(cache.flags());
        List<String> command = java(flags);
        command.addAll(List.of("kafka.Kafka", configuration.toString()));
        return new Launch(command, Map.of(), data);
    }

    private List<String> java(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Java.program().toString());
        command.addAll(Java.COMMON_FLAGS);
        command.addAll(flags);
        command.addAll(
                List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true"));
        command.addAll(List.of("-cp", classPath(dist)));
        return command;
    }

    static String classPath(Dist dist) {
        return Java.classPath(dist.kafka().resolve("lib"));
    }

    @Override
    public boolean answers() {
        return Loopback.listens(port);
    }

    @Override
    public void settle() throws ExecutionException, InterruptedException {
        new KafkaTopics(port).create(topics);
    }
}
