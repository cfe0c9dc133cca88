package io.vimax.standalone.cli;

import io.vimax.standalone.console.Arguments;

/** Stops everything of this installation, and of the simulated one in it; nothing is lost by it. */
final class DownCommand {
    private final Context context;

    DownCommand(Context context) {
        this.context = context;
    }

    int run(Arguments arguments) {
        boolean ran = new RunningSystem(context).stop() | new RunningSystem(context.simulated()).stop();
        context.terminal().say(ran ? "ViMax is stopped." : "ViMax was not running.");
        return 0;
    }
}
