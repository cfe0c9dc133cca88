package io.vimax.standalone.simulate;

import io.vimax.simulator.SimulatorMain;
import io.vimax.standalone.home.Atomically;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.home.Java;
import io.vimax.standalone.server.Loopback;
import io.vimax.standalone.service.Service;
import io.vimax.standalone.supervise.Part;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The provider simulator as a process, from the class path of the supervisor. Its jobs live in its memory and die with it. */
public final class SimulatorPart implements Part {
    public static final String NAME = "simulator";
    public static final int DEFAULT_PORT = 9_090;

    private final Simulation simulation;
    private final SimulatedKeys keys;
    private final Home home;
    private final Path worker;

    /**
     * The simulator of an installation.
     *
     * @param worker folder of the worker's program, which brings an FFmpeg along
     */
    public SimulatorPart(Simulation simulation, SimulatedKeys keys, Home home, Path worker) {
        this.simulation = simulation;
        this.keys = keys;
        this.home = home;
        this.worker = worker;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return simulation.port();
    }

    /** Its keys are put into the pool by the gateway, as a person would. */
    @Override
    public List<String> after() {
        return List.of(Service.GATEWAY.title(), Service.KEY_POOL.title());
    }

    /** Workers end before it: what they wait for is here. */
    @Override
    public int tier() {
        return 1;
    }

    @Override
    public void prepare() throws IOException {
        Atomically.write(accounts(), Simulation.accountsFile());
    }

    @Override
    public Launch launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Java.program().toString());
        command.addAll(Java.COMMON_FLAGS);
        command.addAll(List.of("-Xms32m", "-Xmx320m", "-cp", classPath(), SimulatorMain.class.getName()));
        command.addAll(List.of("--port", Integer.toString(port()), "--host", Loopback.HOST));
        command.addAll(List.of("--profile", "quick", "--media", "drawn"));
        command.addAll(List.of(
                "--accounts", accounts().toString(), "--ledger", ledger(home).toString()));
        return new Launch(command, Map.of(), home.run());
    }

    /** Everything that the simulator was asked for since the installation was made, a line of JSON each. */
    public static Path ledger(Home home) {
        return home.logs().resolve("simulator-ledger.jsonl");
    }

    private Path accounts() {
        return home.run().resolve("simulator-accounts.json");
    }

    private String classPath() throws IOException {
        String own = System.getProperty("java.class.path", "");
        try (Stream<Path> libraries = Files.list(worker.resolve("lib"))) {
            return libraries
                    .filter(jar -> jar.getFileName().toString().startsWith("jave-nativebin"))
                    .findFirst()
                    .map(jar -> own + File.pathSeparator + jar)
                    .orElse(own);
        }
    }

    @Override
    public boolean answers() {
        try {
            return Loopback.isOk(port(), "/_sim/health");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void settle() throws IOException, InterruptedException {
        keys.put();
    }
}
