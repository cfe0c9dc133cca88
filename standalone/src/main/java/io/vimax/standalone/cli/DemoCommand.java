package io.vimax.standalone.cli;

import io.vimax.standalone.console.Terminal;
import io.vimax.standalone.demo.Demo;
import io.vimax.standalone.demo.DemoOrder;
import io.vimax.standalone.demo.FilmProvider;
import io.vimax.standalone.demo.VimaxApi;
import io.vimax.standalone.secrets.CliToken;
import io.vimax.standalone.secrets.Secrets;
import io.vimax.standalone.service.Service;
import io.vimax.standalone.supervise.SystemState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The one command from an idea to a film: starts what does not run, orders, follows, downloads. */
final class DemoCommand {
    private final Context everyday;

    DemoCommand(Context everyday) {
        this.everyday = everyday;
    }

    int run(List<String> line) throws IOException, InterruptedException {
        Path folder =
                Path.of(everyday.environment().getOrDefault("VIMAX_CWD", "")).toAbsolutePath();
        DemoOrder order = DemoOrder.parse(line, folder);
        boolean simulated = order.provider() == FilmProvider.SIMULATOR;
        Context context = simulated ? everyday.simulated() : everyday;
        Wishes usual = Wishes.of(DemoOrder.arguments(line));
        Wishes wishes = simulated ? usual.simulating() : usual;
        RunningSystem system =
                new RunningSystem(order.json() ? context.speakingTo(Terminal.onStandardError()) : context);
        RunningSystem.Started started =
                system.ensure(wishes, line.stream().anyMatch(word -> word.startsWith("--workers")));
        try {
            new Demo(api(context, started.state()), order, context.terminal(), context.home(), command(line)).run();
        } finally {
            if (order.stop() && started.here()) {
                system.stop();
            }
        }
        if (!order.json() && !(order.stop() && started.here())) {
            context.terminal().say("Stop      ./vimax down   (ViMax goes on running in the background)");
        }
        return 0;
    }

    static VimaxApi api(Context context, SystemState state) {
        int port = RunningSystem.ports(state).getOrDefault(Service.GATEWAY.title(), Service.GATEWAY.defaultPort());
        return new VimaxApi(port, new CliToken(new Secrets(context.home()), context.clock()));
    }

    /** The line again as a person types it; without --new, which would make yet another film. */
    static String command(List<String> line) {
        return "./vimax demo"
                + line.stream()
                        .filter(word -> !word.equals("--new"))
                        .map(DemoCommand::quoted)
                        .map(word -> " " + word)
                        .collect(Collectors.joining());
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
