package io.vimax.standalone.service;

import io.vimax.standalone.home.Java;
import io.vimax.standalone.home.StartCache;
import io.vimax.standalone.server.Loopback;
import io.vimax.standalone.server.Postgres;
import io.vimax.standalone.supervise.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One process of a service. The worker may run several, told apart by a number. */
public final class ServicePart implements Part {
    private final Service service;
    private final String name;
    private final int port;
    private final Path program;
    private final Map<String, String> environment;
    private final StartCache cache;
    private List<String> more = List.of();

    private ServicePart(
            Service service, String name, int port, Path program, Map<String, String> environment, StartCache cache) {
        this.service = service;
        this.name = name;
        this.port = port;
        this.program = program;
        this.environment = Map.copyOf(environment);
        this.cache = cache;
    }

    /**
     * One process of a service, told of the others by their environment.
     *
     * @param name of the process; the service's own, or one with a number
     * @param program folder with the extracted jar and its cache
     */
    public static ServicePart of(
            Service service, String name, Path program, Environment environment, StartCache cache) {
        return new ServicePart(service, name, environment.port(name), program, environment.of(service, name), cache);
    }

    /** The same part, started only after more parts than its database. */
    public ServicePart after(List<String> more) {
        ServicePart part = new ServicePart(service, name, port, program, environment, cache);
        part.more = List.copyOf(more);
        return part;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<String> after() {
        List<String> after = new ArrayList<>(more);
        // Every service needs its database to start; brokers it can wait for by itself.
        service.database().ifPresent(_ -> after.add(Postgres.NAME));
        return after;
    }

    @Override
    public int tier() {
        return service == Service.GATEWAY ? 3 : 2;
    }

    @Override
    public void prepare() {}

    /** The same line in training and in service, but for the flags of the cache. */
    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>();
        command.add(Java.program().toString());
        command.addAll(Java.COMMON_FLAGS);
        command.addAll(service.flags());
        command.addAll(cache.flags());
        command.addAll(List.of("-jar", service.title() + ".jar"));
        return new Launch(command, environment, program);
    }

    @Override
    public boolean answers() {
        try {
            return Loopback.isOk(port, "/actuator/health/readiness");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void settle() {}
}
