package io.vimax.standalone.cli;

import io.vimax.standalone.console.Arguments;
import io.vimax.standalone.demo.VimaxApi;
import io.vimax.standalone.service.Service;
import io.vimax.standalone.supervise.SystemState;
import java.io.IOException;
import java.time.Duration;

/** Starts the system and leaves it running, or runs it in the foreground until Ctrl-C. */
final class UpCommand {
    private final Context context;

    UpCommand(Context context) {
        this.context = context;
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
