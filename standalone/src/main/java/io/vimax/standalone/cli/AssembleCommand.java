package io.vimax.standalone.cli;

import io.vimax.standalone.console.Arguments;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.service.Assemble;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/** The last step of a build: programs that start fast. */
final class AssembleCommand {
    private final Context context;

    AssembleCommand(Context context) {
        this.context = context;
    }

    int run(Arguments arguments) throws IOException, InterruptedException {
        Home home = context.home().create();
        // Of the system in this home; one in another home is stopped by its owner before it is built anew.
        Set<String> inUse =
                context.running().isPresent() || context.simulated().running().isPresent()
                        ? context.dist().build().services().values().stream().collect(Collectors.toSet())
                        : Set.of();
        new Assemble(
                        context.root(),
                        context.dist(),
                        home.log("training"),
                        context.terminal(),
                        !arguments.has("--no-training"))
                .run(inUse);
        return 0;
    }
}
