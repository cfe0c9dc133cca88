package io.vimax.standalone.cli;

import io.vimax.standalone.console.Arguments;
import io.vimax.standalone.demo.VimaxApi;
import io.vimax.standalone.service.Service;
import io.vimax.standalone.simulate.SimulatorPart;
import io.vimax.standalone.supervise.SystemState;
import java.io.IOException;
import java.time.Duration;

/** Starts the system and leaves it running, or runs it in the foreground until Ctrl-C. */
final class UpCommand {
    private final Context context;

    UpCommand(Context context) {
        this.context = context;
    }

    /** The installation that the line speaks of: one whose providers are simulated has a folder of its own. */
    static UpCommand of(Context everyday, Arguments arguments) {
        return new UpCommand(everyday.meant(arguments));
    }

    int run(Arguments arguments) throws IOException, InterruptedException {
        Wishes wishes = Wishes.of(arguments);
        if (arguments.has("--foreground")) {
            return new SuperviseCommand(context).run(wishes);
        }
        RunningSystem.Started started = new RunningSystem(context)
                .ensure(wishes, arguments.value("--workers").isPresent());
        SystemState state = started.state();
        context.terminal().say(started.here() ? "ViMax is ready" + after(state) + "." : "ViMax runs already.");
        VimaxApi api = DemoCommand.api(context, state);
        try {
            VimaxApi.Answer link = api.post("/api/v1/session/links");
            if (link.ok()) {
                context.terminal()
                        .say("Studio    " + link.body().path("url").asString("") + "  (this link opens once)");
            }
        } catch (IOException _) {
            // the gateway is being restarted; the address below is right all the same
        }
        int port = RunningSystem.ports(state).getOrDefault(Service.GATEWAY.title(), Service.GATEWAY.defaultPort());
        context.terminal().say("Address   http://127.0.0.1:" + port);
        if (wishes.simulated()) {
            int simulator = RunningSystem.ports(state).getOrDefault(SimulatorPart.NAME, SimulatorPart.DEFAULT_PORT);
            context.terminal()
                    .say("Simulator http://127.0.0.1:" + simulator
                            + "/_sim/summary  (plays all providers; its prices are simulated and nobody pays them)");
        }
        context.terminal().say("Stop      ./vimax down");
        return 0;
    }

    private static String after(SystemState state) {
        return state.readyAt() == null
                ? ""
                : " after "
                        + Duration.between(state.startedAt(), state.readyAt()).toSeconds() + " s";
    }
}
