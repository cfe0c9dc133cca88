package io.vimax.standalone.cli;

import io.vimax.standalone.console.Arguments;
import io.vimax.standalone.console.Refusal;
import io.vimax.standalone.service.Service;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person chose for a run of the system.
 *
 * @param workers replicas of the worker
 * @param port of the gateway, when it must be this one
 * @param portOffset added to every port that is not named; keeps a drill away from the ports of daily work
 * @param simulated whether the provider simulator takes the place of all providers
 */
public record Wishes(int workers, Optional<Integer> port, int portOffset, boolean simulated) {
    static final int MOST_WORKERS = 8;

    static Wishes of(Arguments arguments) {
        return new Wishes(
                arguments.number("--workers", 1, MOST_WORKERS).orElse(1),
                arguments.number("--port", 1, 65_535),
                arguments.number("--port-offset", 0, 40_000).orElse(0),
                arguments.has("--simulate"));
    }

    Wishes simulating() {
        return new Wishes(workers, port, portOffset, true);
    }

    /** As written to the state file. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("workers", Integer.toString(workers));
        if (simulated) {
            settings.put("providers", "simulated");
        }
        port.ifPresent(number -> settings.put("port", Integer.toString(number)));
        return settings;
    }

    Map<String, Integer> fixedPorts() {
        return port.map(number -> Map.of(Service.GATEWAY.title(), number)).orElse(Map.of());
    }

    /** A running system serves a second start only if it is what that start asks for. */
    void mustFit(Map<String, String> running, boolean askedForWorkers) {
        String runningWorkers = running.getOrDefault("workers", "1");
        boolean otherWorkers = askedForWorkers && !runningWorkers.equals(Integer.toString(workers));
        boolean otherPort = port.isPresent() && !Integer.toString(port.get()).equals(running.get("port"));
        if (otherWorkers || otherPort) {
            throw Refusal.because("ViMax already runs with other settings (" + running
                    + "); run './vimax down' first, or leave the options away to use what runs.");
        }
    }
}
