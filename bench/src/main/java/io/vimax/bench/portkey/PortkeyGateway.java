package io.vimax.bench.portkey;

import io.vimax.bench.measure.Await;
import io.vimax.bench.replica.Wire;
import io.vimax.standalone.server.Loopback;
import io.vimax.standalone.supervise.Processes;
import io.vimax.testing.FreePort;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** A process of the gateway, through which calls go. It keeps no keys; they are in the configuration that comes with a call. */
final class PortkeyGateway implements Door {

    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    /** Longer than it takes to make six attempts with all its waiting between them. */
    private static final int TIMEOUT_MS = 120_000;

    /** When it says nothing. */
    private static final Duration USUAL_WAIT = Duration.ofSeconds(1);

    private static final int MOST_WORDS = 200;

    private final int port = FreePort.find();
    private final Map<String, String> headers;
    private final Process process;

    /**
     * Starts one, and returns when it takes calls.
     *
     * @param config of all calls
     * @param log gets what it prints
     */
    PortkeyGateway(PortkeyPackage program, String config, Path log)
            throws IOException, InterruptedException, SQLException {
        headers = Map.of("x-portkey-config", config);
        ProcessBuilder builder = new ProcessBuilder(program.command(port))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("NODE_ENV", "production");
        process = builder.start();
        try {
            Await.until("an answer of the gateway, whose log is " + log, LONGEST_START, () -> {
                if (!process.isAlive()) {
                    throw new IOException("The gateway ended while it started; its log is " + log);
                }
                return Loopback.isOk(port, "/");
            });
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public Visit enter() {
        return new Visit() {
            @Override
            public Answer ask() {
                // It drops connections that are idle for 5 s, so that one that is kept over a wait may be lost.
                try (var wire = new Wire(port, TIMEOUT_MS)) {
                    return answer(wire.post(Provider.CHAT, headers, Provider.QUESTION));
                } catch (IOException e) {
                    return new Answer.Broken(String.valueOf(e.getMessage()));
                }
            }

            @Override
            public void close() {}
        };
    }

    private static Answer answer(Wire.Reply reply) {
        return switch (reply.status()) {
            case 200 -> new Answer.Served();
            case 429 ->
                new Answer.TurnedAway(
                        reply.retryAfterMs() < 0 ? USUAL_WAIT : Duration.ofMillis(Math.max(1, reply.retryAfterMs())));
            default -> {
                String words = reply.text();
                yield new Answer.Broken(
                        "HTTP " + reply.status() + ": " + words.substring(0, Math.min(words.length(), MOST_WORDS)));
            }
        };
    }

    @Override
    public void close() {
        Processes.stop(process.toHandle(), "TERM", LONGEST_STOP);
    }
}
