package io.vimax.standalone.service;

import io.vimax.standalone.home.Home;
import io.vimax.standalone.secrets.Secrets;
import io.vimax.standalone.server.Kafka;
import io.vimax.standalone.server.Postgres;
import io.vimax.standalone.server.Redis;
import io.vimax.standalone.server.Registry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** An installation that exists only for training runs: its own keys, and servers at a port where nobody listens. */
final class Training {
    private static final int NOBODY = 9;

    private final Environment environment;

    Training(Path folder) {
        Home home = new Home(folder).create();
        Map<String, Integer> ports = new HashMap<>();
        for (Service service : Service.values()) {
            ports.put(service.title(), NOBODY);
        }
        for (String server : new String[] {Postgres.NAME, Kafka.NAME, Redis.NAME, Registry.NAME}) {
            ports.put(server, NOBODY);
        }
        this.environment = new Environment(home, new Secrets(home).create(), ports);
    }

    Map<String, String> environment(Service service) {
        Map<String, String> values = new HashMap<>(environment.of(service, service.title(), 2));
        values.put("SERVER_PORT", "0");
        return values;
    }
}
