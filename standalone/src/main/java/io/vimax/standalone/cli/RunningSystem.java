package io.vimax.standalone.cli;

import io.vimax.standalone.console.Refusal;
import io.vimax.standalone.console.Terminal;
import io.vimax.standalone.home.Java;
import io.vimax.standalone.supervise.Leftovers;
import io.vimax.standalone.supervise.PartState;
import io.vimax.standalone.supervise.Processes;
import io.vimax.standalone.supervise.SystemState;
import io.vimax.standalone.supervise.SystemState.Phase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts and stops the background supervisor of an installation and waits until it is where it should be. */
public final class RunningSystem {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Context context;

    public RunningSystem(Context context) {
        this.context = context;
    }

    /** What a start has come to: the state, and whether this call started it. */
    public record Started(SystemState state, boolean here) {}

    /** Uses the system that runs, or starts one. A system of an older build is replaced: its films go on where they were. */
    public Started ensure(Wishes wishes, boolean askedForWorkers) throws IOException, InterruptedException {
        Optional<SystemState> running = context.running();
        if (running.isPresent() && running.get().phase() != Phase.STOPPING) {
            wishes.mustFit(running.get().settings(), askedForWorkers);
            if (running.get().phase() != Phase.FAILED
                    && running.get().build().equals(context.dist().build().id())) {
                return new Started(awaitReady(Optional.empty()), false);
            }
            context.terminal().say("The programs have changed since ViMax was started; starting it anew.");
            stop();
        }
        return new Started(awaitReady(Optional.of(launch(wishes))), true);
    }

    private Process launch(Wishes wishes) throws IOException, InterruptedException {
        context.home().create();
        context.dist().build();
        Path log = context.home().log("supervisor");
        Files.writeString(log, "");
        List<String> command = new ArrayList<>(detached());
        command.add(Java.program().toString());
        command.addAll(Java.COMMON_FLAGS);
        command.addAll(List.of("-Xms16m", "-Xmx64m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(
                "-cp",
                new OwnCopy(context.dist(), context.home()).classPath(),
                "io.vimax.standalone.cli.Main",
                "supervise"));
        command.add("--workers=" + wishes.workers());
        wishes.port().ifPresent(port -> command.add("--port=" + port));
        command.add("--port-offset=" + wishes.portOffset());
        if (wishes.simulated()) {
            command.add("--simulate");
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("VIMAX_ROOT", context.root().toString());
        builder.environment().put("VIMAX_HOME", context.home().folder().toString());
        Process process = builder.directory(context.home().folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectErrorStream(true)
                .start();
        // The state of an earlier supervisor must not be taken for this one's.
        while (process.isAlive()
                && context.running()
                        .filter(state -> state.supervisorPid() == process.pid())
                        .isEmpty()) {
            Thread.sleep(LOOK.toMillis());
        }
        return process;
    }

    /** A session of its own: closing the terminal or Ctrl-C there does not reach the system. */
    private static List<String> detached() {
        return Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of("nohup");
    }

    private SystemState awaitReady(Optional<Process> launched) throws InterruptedException {
        long begin = System.nanoTime();
        Terminal terminal = context.terminal();
        if (launched.isPresent() && !terminal.live()) {
            terminal.say("Starting ViMax");
        }
        String last = "";
        while (true) {
            Optional<SystemState> state = context.running();
            if (state.isEmpty()
                    || launched.filter(process -> !process.isAlive()).isPresent()) {
                throw Refusal.because(lastWords());
            }
            switch (state.get().phase()) {
                case READY -> {
                    terminal.redraw(List.of());
                    return state.get();
                }
                case FAILED -> throw Refusal.because(state.get().failure() + "; run './vimax logs' to read it.");
                case STARTING, STOPPING, STOPPED -> {
                    String line = progress(state.get());
                    if (!line.equals(last)) {
                        last = line;
                        terminal.redraw(List.of(line));
                    }
                }
            }
            if (System.nanoTime() - begin > START_LIMIT.toNanos()) {
                throw Refusal.because("ViMax is not ready after " + START_LIMIT.toMinutes()
                        + " minutes; './vimax status' shows which part is missing.");
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    private static String progress(SystemState state) {
        List<String> missing = state.parts().stream()
                .filter(part -> part.condition() != PartState.Condition.READY)
                .map(PartState::name)
                .toList();
        int ready = state.parts().size() - missing.size();
        return "Starting ViMax: " + ready + " of " + state.parts().size() + " parts ready"
                + (missing.size() <= 4 ? " (waiting for " + String.join(", ", missing) + ")" : "");
    }

    private String lastWords() {
        Path log = context.home().log("supervisor");
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank())
                    .reduce((_, line) -> line)
                    .orElse("ViMax did not start; its log " + log + " is empty.");
        } catch (IOException _) {
            return "ViMax did not start, and " + log + " cannot be read.";
        }
    }

    /** Stops the supervisor and with it every part; also what a killed supervisor left behind. Answers whether anything ran. */
    public boolean stop() {
        Optional<ProcessHandle> supervisor = context.stateFile()
                .read()
                .flatMap(state -> Processes.find(state.supervisorPid(), state.supervisorStartedAt()));
        supervisor.ifPresent(process -> Processes.stop(process, "TERM", STOP_LIMIT));
        return new Leftovers(context.home()).stop() > 0 || supervisor.isPresent();
    }

    static Map<String, Integer> ports(SystemState state) {
        return state.parts().stream().collect(java.util.stream.Collectors.toMap(PartState::name, PartState::port));
    }
}
