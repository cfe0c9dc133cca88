package io.vimax.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Apicurio Registry for the test JVM, as a process, with FULL_TRANSITIVE compatibility as in production. */
public final class RegistryServer {

    private static final Duration LONGEST_START = Duration.ofSeconds(120);

    private RegistryServer() {}

    /** Address as {@code http://host:port}, without a path. */
    public static String url() {
        return "http://127.0.0.1:" + Holder.PORT;
    }

    private static final class Holder {
        static final int PORT = start();

        private static int start() {
            int port = FreePort.find();
            int managementPort = FreePort.find();
            try {
                Path log = Files.createTempFile("vimax-registry", ".log");
                var builder = new ProcessBuilder(List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                runner().toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
                builder.environment()
                        .putAll(java.util.Map.of(
                                "QUARKUS_HTTP_HOST",
                                "127.0.0.1",
                                "QUARKUS_HTTP_PORT",
                                String.valueOf(port),
                                "QUARKUS_MANAGEMENT_HOST",
                                "127.0.0.1",
                                "QUARKUS_MANAGEMENT_PORT",
                                String.valueOf(managementPort)));
                Process process = builder.start();
                AtExit.close(() -> {
                    process.destroy();
                    if (!process.waitFor(5, TimeUnit.SECONDS)) {
                        process.destroyForcibly();
                    }
                    Files.deleteIfExists(log);
                });
                Awaitility.await("registry, log in " + log)
                        .pollInSameThread() // another thread would wait for this class to be initialised
                        .atMost(LONGEST_START)
                        .ignoreExceptions()
                        .until(() -> send(HttpRequest.newBuilder(
                                                URI.create("http://127.0.0.1:" + managementPort + "/health/ready"))
                                        .build())
                                == 200);
                requireFullCompatibility(port);
                loseTheFirstAnswer(port);
                return port;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void requireFullCompatibility(int port) throws IOException {
        int status = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7/config"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                .build());
        if (status != 200) {
            throw new IllegalStateException("The registry refused its compatibility setting with " + status);
        }
    }

    /**
     * Asks for what is not there until it is said: at times the first answer of this kind is logged as given and never sent (Apicurio
     * 3.3.3: 4 of 40 starts), and Confluent's clients begin with such a question.
     */
    private static void loseTheFirstAnswer(int port) {
        HttpRequest unknown = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7/associations/resources/-/none"))
                .timeout(Duration.ofSeconds(3))
                .build();
        Awaitility.await("an answer that there is nothing")
                .pollInSameThread()
                .atMost(LONGEST_START)
                .ignoreExceptions()
                .until(() -> send(unknown) == 404);
    }

    private static int send(HttpRequest request) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Path runner() throws IOException {
        Path home = Path.of(System.getProperty("vimax.registry.home", "../testing/target/registry"));
        try (Stream<Path> files = Files.find(home, 3, (file, _) -> isRunner(file))) {
            return files.findFirst()
                    .orElseThrow(() -> new IOException("No registry below " + home.toAbsolutePath()
                            + "; run `mvn -pl testing -am process-resources` once"));
        }
    }

    private static boolean isRunner(Path file) {
        String name = file.getFileName().toString();
        return name.equals("quarkus-run.jar") || name.matches("apicurio-registry-app-.*-runner\\.jar");
    }
}
