package io.vimax.standalone.cli;

import io.vimax.standalone.console.Arguments;
import io.vimax.standalone.console.Refusal;
import io.vimax.standalone.console.Terminal;
import io.vimax.standalone.home.Dist;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.simulate.Simulation;
import io.vimax.standalone.supervise.StateFile;
import io.vimax.standalone.supervise.SystemState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What every command works with.
 *
 * @param root the project folder
 */
public record Context(
        Path root, Home home, Dist dist, Terminal terminal, Clock clock, Map<String, String> environment) {

    static Context of(Map<String, String> environment) {
        String root = environment.get("VIMAX_ROOT");
        String home = environment.get("VIMAX_HOME");
        if (root == null || home == null) {
            throw Refusal.usage("Start ViMax by its command './vimax'.");
        }
        Path project = Path.of(root);
        return new Context(
                project,
                new Home(Path.of(home).toAbsolutePath().normalize()),
                new Dist(project.resolve("standalone/target/dist")),
                Terminal.ofThisProcess(environment),
                Clock.systemUTC(),
                environment);
    }

    /** Another installation, in a folder of this one. */
    Context within(String folder) {
        return new Context(root, new Home(home.folder().resolve(folder)), dist, terminal, clock, environment);
    }

    /** The installation whose providers are simulated. */
    Context simulated() {
        return within(Simulation.FOLDER);
    }

    /** The installation that a command line speaks of. */
    Context meant(Arguments arguments) {
        return arguments.has("--simulate") ? simulated() : this;
    }

    Context speakingTo(Terminal other) {
        return new Context(root, home, dist, other, clock, environment);
    }

    public StateFile stateFile() {
        return new StateFile(home);
    }

    /** The state of a system whose supervisor lives. */
    public Optional<SystemState> running() {
        return stateFile().read().filter(SystemState::supervisorAlive);
    }
}
