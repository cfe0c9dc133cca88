package io.vimax.standalone.demo;

import io.vimax.standalone.console.Refusal;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks an order straight from the sources: {@code java CheckOrder.java FOLDER ARGUMENTS...}. So a typing error is answered in a
 * second, and not after the build that a first {@code ./vimax demo} begins with.
 */
public final class CheckOrder {
    private CheckOrder() {}

    public static void main(String[] arguments) {
        try {
            List<String> line = List.of(arguments);
            DemoOrder.parse(line.subList(1, line.size()), Path.of(line.getFirst()));
        } catch (Refusal refusal) {
            System.err.println(refusal.sentence());
            System.exit(refusal.exitCode());
        }
    }
}
