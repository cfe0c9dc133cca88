package io.vimax.testing;

/** Redis 7.0 for the test JVM. */
public final class RedisServer {

    private RedisServer() {}

    /** Address as {@code redis://host:port}. */
    public static String url() {
        return Holder.SERVER.url();
    }

    private static final class Holder {
        static final RedisProcess SERVER = start();

        private static RedisProcess start() {
            RedisProcess server = new RedisProcess();
            AtExit.close(server);
            return server;
        }
    }
}
