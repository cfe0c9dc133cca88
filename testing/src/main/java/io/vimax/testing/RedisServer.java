package io.vimax.testing;

/** Redis 7.0 for the test JVM. */
public final class RedisServer {

    private RedisServer() {}

    /** Address as {@code redis://host:port}. */
    public static String url() {
        return "redis://127.0.0.1:" + Holder.PORT;
    }

    private static final class Holder {
        static final int PORT = start();

        private static int start() {
            int port = FreePort.find();
            redis.embedded.RedisServer server = redis.embedded.RedisServer.builder()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .build();
            server.start();
            AtExit.close(server::stop);
            return port;
        }
    }
}
