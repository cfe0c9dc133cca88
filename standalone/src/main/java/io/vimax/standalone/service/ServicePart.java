package io.vimax.standalone.service;

import io.vimax.standalone.home.Java;
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
    private final List<String> after;

    /**
     * @param program folder with the extracted jar and its cache
     * @param after parts that must have been ready before the first start
     */
    public ServicePart(
            Service service, String name, int port, Path program, Map<String, String> environment, List<String> after) {
        this.service = service;
        this.name = name;
        this.port = port;
        this.program = program;
        this.environment = Map.copyOf(environment);
        this.after = List.copyOf(after);
    }

    /** Every service needs its database to start; brokers it can wait for by itself. */
    public static List<String> needs(Service service) {
        return service.database().isPresent() ? List.of(Postgres.NAME) : List.of();
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
        return after;
    }

    @Override
    public int tier() {
        return service == Service.GATEWAY ? 3 : 2;
    }

    @Override
    public void prepare() {}

    @Override
    public Launch launch() {
        return new Launch(command(service, program, Java.cacheFlags(program.resolve("app.aot"))), environment, program);
    }

    /** The same line in training and in service, but for the flags of the cache. */
    static List<String> command(Service service, Path program, List<String> cacheFlags) {
        List<String> command = new ArrayList<>();
        command.add(Java.program().toString());
        command.addAll(Java.COMMON_FLAGS);
        command.addAll(service.flags());
        command.addAll(cacheFlags);
        command.addAll(List.of("-jar", service.title() + ".jar"));
        return command;
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
