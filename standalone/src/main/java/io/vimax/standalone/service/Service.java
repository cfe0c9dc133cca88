package io.vimax.standalone.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The six services, as one machine runs them. */
public enum Service {
    GATEWAY("gateway", 8080, null, 192),
    MODEL_CONFIG("model-config-service", 8081, "model_config", 160),
    CONVERSATION("conversation-service", 8082, "conversation", 160),
    EDITOR("editor-service", 8083, "editor", 192),
    KEY_POOL("key-pool-service", 8084, "key_pool", 160),
    WORKER("generation-worker", 8085, "generation", 384);

    /**
     * Without it a JVM begins with a 64th of the machine's memory, up to its limit, and touches all of its young generation before
     * it collects any garbage: on a machine of 24 GB some 40 MB more for each service.
     */
    private static final String FIRST_HEAP = "-Xms48m";

    private final String title;
    private final int defaultPort;
    private final Optional<String> database;
    private final int heapMegabytes;

    Service(String title, int defaultPort, @Nullable String database, int heapMegabytes) {
        this.title = title;
        this.defaultPort = defaultPort;
        this.database = Optional.ofNullable(database);
        this.heapMegabytes = heapMegabytes;
    }

    /** As in logs, jars and tokens. */
    public String title() {
        return title;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** The database that it owns; its role has the same name. */
    public Optional<String> database() {
        return database;
    }

    /** The environment variable that tells others where it is. */
    String variable() {
        return "VIMAX_" + name() + "_URL";
    }

    /** Without the cache a JVM must be the same as in training, so both take their flags from here. */
    public List<String> flags() {
        String heap = "-Xmx" + heapMegabytes + "m";
        // The worker computes pictures and sound for minutes, which pays for the second compiler; the others only start
        // and wait.
        return this == WORKER ? List.of(FIRST_HEAP, heap) : List.of(FIRST_HEAP, heap, "-XX:TieredStopAtLevel=1");
    }

    public static List<String> databases() {
        return Arrays.stream(values())
                .flatMap(service -> service.database().stream())
                .toList();
    }

    public static Optional<Service> named(String title) {
        return Arrays.stream(values())
                .filter(service -> service.title.equals(title.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
