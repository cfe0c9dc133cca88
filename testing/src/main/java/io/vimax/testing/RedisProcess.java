package io.vimax.keypool.lease;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

/** A Redis of one test's own, which can be paused and killed. */
final class RedisProcess implements AutoCloseable {

    private final int port;
    private RedisServer server;

    RedisProcess() {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    void pause() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    /** Dies at once and comes back with nothing. */
    void killAndStartAgain() {
        signal("KILL");
        server.stop();
        server = start();
    }

    private long pid = -1;

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
