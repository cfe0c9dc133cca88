package io.vimax.worker.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.testing.Identities;
import io.vimax.testing.TestServers;
import io.vimax.worker.asset.store.Line;
import io.vimax.worker.asset.store.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** With a bucket, from a worker that has no copies, so that each byte comes from the bucket. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "worker.asset.folder=target/s3-asset-test",
            "worker.asset.s3.read-timeout=2s",
            "spring.kafka.listener.auto-startup=false"
        })
@ContextConfiguration(initializers = TestServers.class)
class S3AssetTest extends AssetContract {

    private static final S3Server SERVER = new S3Server();
    private static final Line LINE = line();

    private static Line line() {
        try {
            return new Line(SERVER.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the names that operators use. */
    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        System.setProperty("aws.accessKeyId", S3Server.IDENTITY);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET);
        settings.add("vimax.assets.store", () -> "s3");
        settings.add("vimax.assets.s3.endpoint", LINE::url);
        settings.add("vimax.assets.s3.bucket", () -> S3Server.BUCKET);
        settings.add("vimax.assets.s3.prefix", () -> "assets");
    }

    @AfterAll
    static void stopServer() throws IOException {
        LINE.close();
        SERVER.close();
    }

    @BeforeEach
    void forgetCopies() throws IOException {
        FileSystemUtils.deleteRecursively(Path.of("target/s3-asset-test/copies"));
    }

    @Test
    void bringsAFileHereForWork() {
        assertThat(assets.getPath(id, owner)).hasBinaryContent(content);
    }

    @Test
    void saysThatTheStoreIsAwayAndServesWhenItIsBack() throws Exception {
        HttpResponse<byte[]> away;
        SERVER.kill();
        try {
            away = get(owner, "", "Range", "bytes=0-9");
            assertThatThrownBy(() -> assets.getPath(id, owner))
                    .isInstanceOf(AssetException.StoreUnreachable.class)
                    .hasMessageContaining("does not answer");
        } finally {
            SERVER.startAgain();
        }

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("ETag")).isEmpty();
        assertThat(new String(away.body(), StandardCharsets.UTF_8))
                .contains("asset-store-unavailable")
                .doesNotContain(S3Server.SECRET, S3Server.IDENTITY);
        assertThat(get(owner, "", "Range", "bytes=0-9").statusCode()).isEqualTo(206);
    }

    @Test
    void keepsWhenTheStoreIsBackAndNothingUntilThen(@TempDir Path folder) throws Exception {
        Path picture = picture(folder.resolve("later.png"), 21);
        UUID later = UUID.randomUUID();
        SERVER.kill();
        try (var work = Executors.newVirtualThreadPerTaskExecutor()) {
            var keeping = work.submit(() -> assets.keep(picture, ExpectedContent.PICTURE));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> parts() == 1);
            assertThat(keeping.isDone()).isFalse();

            SERVER.startAgain();
            assets.add(later, owner, UUID.randomUUID(), keeping.get());
        }

        assertThat(get(owner, later, "").body()).isEqualTo(Files.readAllBytes(picture));
        assertThat(parts()).isZero();
    }

    @Test
    void stopsWaitingForTheStoreWhenTheWorkIsStopped(@TempDir Path folder) throws Exception {
        Path picture = picture(folder.resolve("stopped.png"), 22);
        SERVER.kill();
        try (var work = Executors.newVirtualThreadPerTaskExecutor()) {
            var keeping = work.submit(() -> assets.keep(picture, ExpectedContent.PICTURE));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> parts() == 1);

            keeping.cancel(true);

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> parts() == 0);
        } finally {
            SERVER.startAgain();
        }
    }

    @Test
    void breaksTheConnectionRatherThanEndAFileThatIsNotComplete() throws Exception {
        LINE.suffer(new Line.Trouble.Exhausted(new AtomicInteger(100_000)));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET /api/v1/assets/" + id + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + Identities.person(owner) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            String text = new String(answer, StandardCharsets.ISO_8859_1);
            int body = text.indexOf("\r\n\r\n") + 4;

            assertThat(text).startsWith("HTTP/1.1 200").contains("Content-Length: " + content.length);
            assertThat(answer.length - body).isBetween(1, content.length - 1);
            assertThat(Arrays.copyOfRange(answer, body, answer.length))
                    .as("only bytes of the file, no words about the fault")
                    .isEqualTo(Arrays.copyOf(content, answer.length - body));
        } finally {
            LINE.suffer(new Line.Trouble.None());
        }
    }

    @Test
    void saysThatAnObjectIsLost(@TempDir Path folder) throws Exception {
        UUID lost = UUID.randomUUID();
        StoredFile file = assets.keep(picture(folder.resolve("lost.png"), 99), ExpectedContent.PICTURE);
        assets.add(lost, owner, UUID.randomUUID(), file);
        SERVER.lose("assets/sha256/" + file.sha256().substring(0, 2) + "/" + file.sha256());
        forgetCopies();

        assertThat(get(owner, lost, "").statusCode()).isEqualTo(410);
        assertThat(get(owner, lost, "", "Range", "bytes=0-9").statusCode()).isEqualTo(410);
    }

    private static long parts() throws IOException {
        try (var files = Files.list(Path.of("target/s3-asset-test/copies/incoming"))) {
            return files.count();
        } catch (java.nio.file.NoSuchFileException e) {
            return 0;
        }
    }
}
