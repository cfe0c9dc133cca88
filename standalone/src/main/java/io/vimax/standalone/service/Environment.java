package io.vimax.standalone.service;

import io.vimax.standalone.home.Home;
import io.vimax.standalone.secrets.Secrets;
import io.vimax.standalone.server.Kafka;
import io.vimax.standalone.server.Loopback;
import io.vimax.standalone.server.Postgres;
import io.vimax.standalone.server.Redis;
import io.vimax.standalone.server.Registry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a service is told about the others: addresses, its own password, whom it may trust. */
public final class Environment {
    private final Home home;
    private final Secrets secrets;
    private final Map<String, Integer> ports;
    private final int localSlots;
    private final Function<Service, Map<String, String>> more;
    private final boolean realKeys;

    /**
     * What is the same for all processes.
     *
     * @param localSlots how many generations of the built-in provider run at once
     */
    public Environment(Home home, Secrets secrets, Map<String, Integer> ports, int localSlots) {
        this(home, secrets, ports, localSlots, _ -> Map.of(), true);
    }

    private Environment(
            Home home,
            Secrets secrets,
            Map<String, Integer> ports,
            int localSlots,
            Function<Service, Map<String, String>> more,
            boolean realKeys) {
        this.localSlots = localSlots;
        this.more = more;
        this.realKeys = realKeys;
        this.home = home;
        this.secrets = secrets;
        this.ports = Map.copyOf(ports);
    }

    /**
     * The same where providers are simulated: keys of real ones, which this process may have been given, stay out.
     *
     * @param variables of each service beside the usual ones
     */
    public Environment simulating(Function<Service, Map<String, String>> variables) {
        return new Environment(home, secrets, ports, localSlots, variables, false);
    }

    /**
     * The variables of one process.
     *
     * @param name of the process; differs from the service's own name for further workers
     */
    public Map<String, String> of(Service service, String name) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port(name)));
        environment.put("VIMAX_BIND", Loopback.HOST);
        service.database().ifPresent(database -> {
            environment.put("VIMAX_DB_URL", Postgres.url(port(Postgres.NAME), database));
            environment.put("VIMAX_DB_USER", database);
            environment.put("VIMAX_DB_PASSWORD", secrets.databasePassword(database));
        });
        environment.put("VIMAX_KAFKA", Loopback.HOST + ":" + port(Kafka.NAME));
        environment.put("VIMAX_REGISTRY", "http://" + Loopback.HOST + ":" + port(Registry.NAME));
        environment.put("VIMAX_REDIS", "redis://" + Loopback.HOST + ":" + port(Redis.NAME));
        environment.put("VIMAX_TRUST", secrets.trustFile(service.title()).toString());
        if (secrets.hasIdentity(service.title())) {
            environment.put(
                    "VIMAX_IDENTITY", secrets.identityFile(service.title()).toString());
        }
        for (Service other : Service.values()) {
            environment.put(other.variable(), "http://" + Loopback.HOST + ":" + port(other.title()));
        }
        environment.put("VIMAX_OWNER_ID", secrets.ownerId().toString());
        environment.put("VIMAX_LOCAL_SLOTS", Integer.toString(localSlots));
        environment.put("VIMAX_CACHE", home.cache().toString());
        switch (service) {
            case WORKER -> {
                environment.put("VIMAX_ASSETS", home.assets().toString());
                environment.put("VIMAX_WORKER_ID", name);
            }
            case KEY_POOL -> {
                environment.put("VIMAX_MASTER_KEY_FILE", secrets.masterKey().toString());
                System.getenv().forEach((variable, keys) -> {
                    if (realKeys && variable.startsWith("VIMAX_KEYS_")) {
                        environment.put(variable, keys);
                    }
                });
            }
            case EDITOR -> environment.put("VIMAX_INSTANCE", name);
            case GATEWAY, MODEL_CONFIG, CONVERSATION -> {}
        }
        environment.putAll(more.apply(service));
        return environment;
    }

    int port(String part) {
        return Optional.ofNullable(ports.get(part)).orElseThrow(() -> new IllegalStateException("No port for " + part));
    }
}
