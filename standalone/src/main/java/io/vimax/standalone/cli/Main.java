package io.vimax.standalone.cli;

import io.vimax.standalone.console.Arguments;
import io.vimax.standalone.console.Arguments.Grammar;
import io.vimax.standalone.console.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Entry of all commands that need Java; {@code ./vimax} has checked the machine and built what was missing. */
public final class Main {
    private static final Set<String> NONE = Set.of();

    private Main() {}

    public static void main(String[] arguments) {
        int code;
        try {
            code = run(List.of(arguments));
        } catch (Refusal refusal) {
            System.out.flush();
            System.err.println(refusal.sentence());
            code = refusal.exitCode();
        } catch (InterruptedException _) {
            code = 130;
        } catch (IOException | RuntimeException e) {
            System.err.println("ViMax stumbled: " + e + ". Run './vimax doctor', and report this if it does not help.");
            if (System.getenv("VIMAX_DEBUG") != null) {
                e.printStackTrace();
            }
            code = 1;
        }
        System.exit(code);
    }

    private static int run(List<String> line) throws IOException, InterruptedException {
        if (line.isEmpty()) {
            throw Refusal.usage("Say what to do; './vimax help' lists the commands.");
        }
        Context context = Context.of(System.getenv());
        List<String> rest = line.subList(1, line.size());
        return switch (line.getFirst()) {
            case "assemble" ->
                new AssembleCommand(context).run(parse("assemble", NONE, Set.of("--no-training"), 0, rest));
            case "up" -> {
                Arguments arguments =
                        parse("up", Set.of("--workers", "--port"), Set.of("--foreground", "--simulate"), 0, rest);
                yield UpCommand.of(context, arguments).run(arguments);
            }
            case "supervise" ->
                new SuperviseCommand(context)
                        .run(Wishes.of(parse(
                                "supervise",
                                Set.of("--workers", "--port", "--port-offset"),
                                Set.of("--simulate"),
                                0,
                                rest)));
            case "down" -> new DownCommand(context).run(parse("down", NONE, NONE, 0, rest));
            case "status" -> {
                Arguments arguments = parse("status", NONE, Set.of("--json", "--simulate"), 0, rest);
                yield new StatusCommand(context.meant(arguments)).run(arguments.has("--json"));
            }
            case "logs" -> {
                Arguments arguments = parse("logs", NONE, Set.of("-f", "--follow", "--simulate"), 1, rest);
                yield new LogsCommand(context.meant(arguments))
                        .run(arguments.word(0), arguments.has("-f") || arguments.has("--follow"));
            }
            case "demo" -> new DemoCommand(context).run(rest);
            case "drill" -> {
                Set<String> options = Set.of("--kill", "--seed", "--seconds", "--provider");
                yield new DrillCommand(context, parse("drill", options, Set.of("--all", "--keep"), 1, rest)).run();
            }
            case "bench" -> new BenchCommand(context).run(parse("bench", Set.of("--runs"), NONE, 1, rest));
            default ->
                throw Refusal.usage(
                        "There is no command '" + line.getFirst() + "'; './vimax help' lists the commands.");
        };
    }

    private static Arguments parse(
            String command, Set<String> options, Set<String> switches, int words, List<String> line) {
        return Arguments.parse(new Grammar(command, options, switches, words), line);
    }
}
