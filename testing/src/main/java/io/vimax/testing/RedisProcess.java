package io.vimax.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

/** A Redis of its own, which can be paused and killed. It keeps nothing on disk: killed, it comes back empty. */
public final class RedisProcess implements AutoCloseable {

    private final int port = FreePort.find();
    private RedisServer server;
    private long pid = -1;

    public RedisProcess() {
        server = start();
    }

    private RedisServer start() {
        RedisServer started = RedisServer.builder()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
        started.start();
        return started;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public void pause() {
        signal("STOP");
    }

    public void goOn() {
        signal("CONT");
    }

    public void kill() {
        signal("KILL");
        server.stop();
    }

    public void startAgain() {
        server = start();
    }

    /** Dies at once and comes back with nothing. */
    public void killAndStartAgain() {
        kill();
        startAgain();
    }

    /** Asked while it answers; a paused server tells nothing. */
    private void signal(String name) {
        if (!name.equals("CONT")) {
            try (var client = new Jedis("127.0.0.1", port)) {
                pid = client.info("server")
                        .lines()
                        .filter(line -> line.startsWith("process_id:"))
                        .mapToLong(line -> Long.parseLong(
                                line.substring("process_id:".length()).strip()))
                        .findFirst()
                        .orElseThrow();
            }
        }
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
