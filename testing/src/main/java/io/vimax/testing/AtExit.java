package io.vimax.testing;

/** Stops what the test JVM started when the JVM ends. */
final class AtExit {

    private AtExit() {}

    static void close(AutoCloseable server) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                server.close();
                            } catch (Exception e) {
                                // The JVM ends anyway; a server that was already gone is no fault of the tests.
                                Thread.currentThread().interrupt();
                            }
                        },
                        "stop-test-server"));
    }
}
