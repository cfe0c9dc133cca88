package io.vimax.worker.asset.store;

import io.vimax.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/** A real S3 server (s3proxy) as a process on a port of its own, with one bucket; it can be killed and comes back with what it had. */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "films";
    public static final String IDENTITY = "worker-identity";
    public static final String SECRET = "a-secret-that-nobody-may-see";

    /** Without it each byte is logged. */
    private static final String LOGGING = """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d %level %logger %msg%n</pattern></encoder>
              </appender>
              <root level="WARN"><appender-ref ref="out"/></root>
            </configuration>
            """;

    private final int port = FreePort.find();
    private final Path folder;
    private Process process;

    public S3Server() {
        try {
            folder = Files.createTempDirectory("vimax-s3");
            Files.createDirectories(folder.resolve("data").resolve(BUCKET));
            Files.writeString(folder.resolve("s3.conf"), settings());
            Files.writeString(folder.resolve("logback.xml"), LOGGING);
            process = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String settings() {
        return Map.of(
                        "s3proxy.endpoint",
                        url(),
                        "s3proxy.authorization",
                        "aws-v2-or-v4",
                        "s3proxy.identity",
                        IDENTITY,
                        "s3proxy.credential",
                        SECRET,
                        "s3proxy.v4-max-non-chunked-request-size",
                        "1073741824",
                        "jclouds.provider",
                        "filesystem-nio2",
                        "jclouds.filesystem.basedir",
                        folder.resolve("data").toString())
                .entrySet()
                .stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
    }

    private Process start() throws IOException {
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=" + folder.resolve("logback.xml"),
                        "-cp",
                        Path.of("target", "s3proxy").toAbsolutePath() + "/*",
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        folder.resolve("s3.conf").toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        Awaitility.await("S3 server, log in " + folder)
                .atMost(Duration.ofSeconds(60))
                .until(() -> !started.isAlive() || listens());
        if (!started.isAlive()) {
            throw new IllegalStateException("The S3 server ended at once: " + Files.readString(folder.resolve("log")));
        }
        return started;
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void kill() {
        process.destroyForcibly();
        Awaitility.await().until(() -> !process.isAlive());
    }

    public void startAgain() throws IOException {
        process = start();
    }

    /** Loses an object, as a careless person would do it. */
    public void lose(String key) {
        try (var client = client()) {
            client.deleteObject(object -> object.bucket(BUCKET).key(key));
        }
    }

    /** A client of nobody but the test. */
    public S3Client client() {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(IDENTITY, SECRET)))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .endpointOverride(URI.create(url()))
                .build();
    }

    @Override
    public void close() {
        kill();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
