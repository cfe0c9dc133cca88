package io.vimax.standalone.cli;

import io.vimax.schemas.Topics;
import io.vimax.standalone.demo.VimaxApi;
import io.vimax.standalone.home.Atomically;
import io.vimax.standalone.home.Dist;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.home.Ports;
import io.vimax.standalone.home.StartCache;
import io.vimax.standalone.secrets.CliToken;
import io.vimax.standalone.secrets.Secrets;
import io.vimax.standalone.server.Kafka;
import io.vimax.standalone.server.Postgres;
import io.vimax.standalone.server.Redis;
import io.vimax.standalone.server.Registry;
import io.vimax.standalone.service.Environment;
import io.vimax.standalone.service.Service;
import io.vimax.standalone.service.ServicePart;
import io.vimax.standalone.simulate.SimulatedKeys;
import io.vimax.standalone.simulate.Simulation;
import io.vimax.standalone.simulate.SimulatorPart;
import io.vimax.standalone.supervise.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts of one installation together. */
final class Installation {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONTROLLER = "kafka-controller";
    private static final String MANAGEMENT = "registry-management";

    private final Home home;
    private final Dist dist;
    private final Wishes wishes;
    private final Clock clock;
    private final Secrets secrets;
    private final Map<String, Integer> ports;

    Installation(Home home, Dist dist, Wishes wishes, Clock clock) throws IOException {
        this.clock = clock;
        this.home = home;
        this.dist = dist;
        this.wishes = wishes;
        this.secrets = new Secrets(home).create();
        this.ports = choosePorts();
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Postgres(dist, home, port(Postgres.NAME), secrets, Service.databases()));
        parts.add(new Redis(dist, home, port(Redis.NAME)));
        parts.add(new Kafka(dist, home, port(Kafka.NAME), port(CONTROLLER), Topics.ALL, StartCache.used(dist.kafka())));
        parts.add(new Registry(
                dist, home, port(Registry.NAME), port(MANAGEMENT), Topics.ALL, StartCache.used(dist.registry())));
        Map<String, String> folders = dist.build().services();
        Optional<Simulation> simulation =
                wishes.simulated() ? Optional.of(new Simulation(port(SimulatorPart.NAME))) : Optional.empty();
        Environment usual = new Environment(home, secrets, ports, localSlots());
        Environment environment =
                simulation.map(played -> usual.simulating(played::variables)).orElse(usual);
        for (Service service : Service.values()) {
            int replicas = service == Service.WORKER ? wishes.workers() : 1;
            Path program = dist.services().resolve(folders.getOrDefault(service.title(), service.title()));
            for (int number = 1; number <= replicas; number++) {
                parts.add(ServicePart.of(service, name(service, number), program, environment, StartCache.used(program))
                        .after(firstStart()));
            }
        }
        Path worker = dist.services().resolve(folders.getOrDefault(Service.WORKER.title(), Service.WORKER.title()));
        simulation.ifPresent(simulated -> parts.add(new SimulatorPart(simulated, keys(simulated), home, worker)));
        return parts;
    }

    private SimulatedKeys keys(Simulation simulation) {
        CliToken token = new CliToken(secrets, clock);
        return new SimulatedKeys(new VimaxApi(port(Service.GATEWAY.title()), token), simulation);
    }

    /**
     * A consumer that subscribes to a topic which is not there yet looks again only after minutes, so the very first start of an
     * installation waits for Kafka; later ones find the topics on disk.
     */
    private List<String> firstStart() {
        boolean topicsThere = Files.isDirectory(
                home.data(Kafka.NAME).resolve(Topics.ALL.getLast().name() + "-0"));
        return topicsThere ? List.of() : List.of(Kafka.NAME, Registry.NAME);
    }

    /** One picture or clip at a time for each worker's core, and never fewer than two. */
    private int localSlots() {
        return Math.max(2, wishes.workers() * 2);
    }

    private int port(String name) {
        return Objects.requireNonNull(ports.get(name), name);
    }

    private static String name(Service service, int number) {
        return number == 1 ? service.title() : service.title() + "-" + number;
    }

    /** The same ports as last time where they are free: bookmarks and running browsers keep working. */
    private Map<String, Integer> choosePorts() throws IOException {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            wanted.put(service.title(), service.defaultPort());
        }
        for (int number = 2; number <= wishes.workers(); number++) {
            wanted.put(name(Service.WORKER, number), Service.WORKER.defaultPort() + number - 1);
        }
        wanted.put(Postgres.NAME, Postgres.DEFAULT_PORT);
        wanted.put(Redis.NAME, Redis.DEFAULT_PORT);
        wanted.put(Kafka.NAME, Kafka.DEFAULT_PORT);
        wanted.put(CONTROLLER, Kafka.DEFAULT_PORT + 1);
        wanted.put(Registry.NAME, Registry.DEFAULT_PORT);
        wanted.put(MANAGEMENT, Registry.DEFAULT_MANAGEMENT_PORT);
        if (wishes.simulated()) {
            wanted.put(SimulatorPart.NAME, SimulatorPart.DEFAULT_PORT);
        }
        Path file = home.run().resolve("ports.json");
        wanted.replaceAll((_, port) -> port + wishes.portOffset());
        lastPorts(file).forEach(wanted::replace);
        Map<String, Integer> chosen = Ports.ofThisMachine().choose(wanted, wishes.fixedPorts());
        Atomically.write(file, JSON.writeValueAsString(chosen));
        return chosen;
    }

    private static Map<String, Integer> lastPorts(Path file) {
        try {
            return Files.exists(file)
                    ? JSON.readValue(Files.readString(file), new TypeReference<Map<String, Integer>>() {})
                    : Map.of();
        } catch (IOException | JacksonException _) {
            return Map.of();
        }
    }
}
