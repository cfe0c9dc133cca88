package io.vimax.worker.asset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.worker.asset.store.Line.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a real server, over a line that can be made bad. */
class S3StoreTest extends ContentStoreContract {

    private static S3Server server;

    @TempDir
    Path folder;

    private Line line;
    private final List<S3Client> clients = new ArrayList<>();
    private Copies copies;
    private S3Store store;

    @BeforeAll
    static void startServer() {
        server = new S3Server();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() throws Exception {
        line = new Line(server.port());
        copies = new Copies(new ContentFolder(folder), Duration.ofDays(1), Clock.systemUTC());
        store = store(line.url(), S3Server.BUCKET, S3Server.SECRET, copies);
    }

    @AfterEach
    void close() throws Exception {
        clients.forEach(S3Client::close);
        line.close();
    }

    private S3Store store(String url, String bucket, String secret, Copies copies) {
        var settings = new StoreProperties.S3(
                url,
                "us-east-1",
                bucket,
                "vimax/tests",
                true,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofDays(1));
        S3Client client = StoreConfiguration.client(
                settings, StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.IDENTITY, secret)));
        clients.add(client);
        return new S3Store(client, StoreConfiguration.names(settings), copies);
    }

    /** Another worker on another machine: the same bucket, no copies, a good line. */
    private S3Store elsewhere() throws Exception {
        Path other = Files.createTempDirectory(folder, "elsewhere");
        return store(
                server.url(),
                S3Server.BUCKET,
                S3Server.SECRET,
                new Copies(new ContentFolder(other), Duration.ofDays(1), Clock.systemUTC()));
    }

    @Override
    ContentStore store() {
        return store;
    }

    @Test
    void givesToOneWorkerWhatAnotherHasPut() throws Exception {
        byte[] bytes = bytes(LENGTH);
        Content content = put(elsewhere(), bytes);

        assertThat(store.findLocal(content)).isEmpty();
        assertThat(read(content, 5, 14)).hasSize(10);
        assertThat(store.findLocal(content)).as("reading a part copies nothing").isEmpty();
        assertThat(store.fetch(content))
                .hasValueSatisfying(file -> assertThat(file).hasBinaryContent(bytes));
        assertThat(store.findLocal(content)).isPresent();
    }

    @Test
    void worksWithItsCopiesWhileTheServerIsAway() throws Exception {
        byte[] bytes = bytes(LENGTH);
        Content content = put(bytes);

        server.kill();
        try {
            assertThat(store.fetch(content))
                    .hasValueSatisfying(file -> assertThat(file).hasBinaryContent(bytes));
        } finally {
            server.startAgain();
        }
    }

    @Test
    void saysThatTheServerIsAwayAndStoresWhenItIsBack() throws Exception {
        byte[] bytes = bytes(LENGTH);
        Path part = store.newPart();
        var content = new Content(Digests.copy(new java.io.ByteArrayInputStream(bytes), part), LENGTH, "image/png");

        server.kill();
        try {
            assertThatThrownBy(() -> store.put(part, content))
                    .isInstanceOf(StoreAway.class)
                    .hasMessage("The asset store at 127.0.0.1:" + line.url().split(":", -1)[2] + " does not answer.");
            assertThat(store.findLocal(content)).isEmpty();
            assertThat(part).hasBinaryContent(bytes);
        } finally {
            server.startAgain();
        }

        store.put(part, content);
        assertThat(elsewhere().has(content)).isTrue();
    }

    @Test
    void saysThatItsCredentialsAreRefusedWithoutRepeatingThem() throws Exception {
        Content content = put(bytes(LENGTH));
        S3Store stranger = store(server.url(), S3Server.BUCKET, "wrong-secret", emptyCopies());

        assertThatThrownBy(() -> put(stranger, bytes(10)))
                .isInstanceOf(StoreAway.class)
                .hasMessageContaining("refuses the worker's credentials (403")
                .satisfies(refusal -> assertThat(org.assertj.core.util.Throwables.getStackTrace(refusal))
                        .doesNotContain("wrong-secret", S3Server.IDENTITY));
        assertThatThrownBy(() -> stranger.open(content, 0, 9)).isInstanceOf(StoreAway.class);
        assertThatThrownBy(() -> stranger.fetch(content)).isInstanceOf(StoreAway.class);
    }

    @Test
    void saysThatThereIsNoSuchBucket() throws Exception {
        S3Store lost = store(server.url(), "no-such-bucket", S3Server.SECRET, emptyCopies());

        assertThatThrownBy(() -> put(lost, bytes(10)))
                .isInstanceOf(StoreAway.class)
                .hasMessageContaining("has no bucket named no-such-bucket");
    }

    @Test
    void storesNothingOfAnUploadThatBreaksOff() throws Exception {
        byte[] bytes = bytes(2_000_000);
        Path part = store.newPart();
        var content =
                new Content(Digests.copy(new java.io.ByteArrayInputStream(bytes), part), bytes.length, "image/png");
        line.suffer(new Trouble.CutRequests(1_000_000));

        assertThatThrownBy(() -> store.put(part, content)).isInstanceOf(StoreAway.class);

        assertThat(elsewhere().has(content)).isFalse();
        assertThat(elsewhere().open(content, 0, 9)).isEmpty();
        assertThat(store.findLocal(content)).isEmpty();
    }

    @Test
    void storesNothingThatIsSpoiltOnTheWay() throws Exception {
        byte[] bytes = bytes(2_000_000);
        Path part = store.newPart();
        var content =
                new Content(Digests.copy(new java.io.ByteArrayInputStream(bytes), part), bytes.length, "image/png");
        line.suffer(new Trouble.Spoilt(1_000_000));

        assertThatThrownBy(() -> store.put(part, content)).isInstanceOf(StoreAway.class);

        assertThat(elsewhere().has(content)).isFalse();
    }

    @Test
    void keepsNoDamagedCopy() throws Exception {
        byte[] bytes = bytes(LENGTH);
        Content content = put(elsewhere(), bytes);
        bytes[LENGTH / 2] ^= 1;
        try (var client = server.client()) {
            client.putObject(
                    object -> object.bucket(S3Server.BUCKET)
                            .key("vimax/tests/sha256/" + content.sha256().substring(0, 2) + "/" + content.sha256()),
                    RequestBody.fromBytes(bytes));
        }

        assertThatThrownBy(() -> store.fetch(content))
                .isInstanceOf(StoreAway.class)
                .hasMessageContaining("damaged copy");
        assertThat(store.findLocal(content)).isEmpty();
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void waitsForAServerThatIsSlow() throws Exception {
        byte[] bytes = bytes(LENGTH);
        Content content = put(elsewhere(), bytes);
        line.suffer(new Trouble.Slow(Duration.ofMillis(40).toNanos()));

        assertThat(read(content, 0, LENGTH - 1)).isEqualTo(bytes);
    }

    @Test
    void givesUpAServerThatIsSilent() throws Exception {
        Content content = put(elsewhere(), bytes(LENGTH));
        line.suffer(new Trouble.Silent());

        assertThatThrownBy(() -> store.open(content, 0, 9))
                .isInstanceOf(StoreAway.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void readsOnWhereAConnectionWasLost() throws Exception {
        byte[] bytes = bytes(LENGTH);
        Content content = put(elsewhere(), bytes);
        int before = line.connections();
        line.suffer(new Trouble.CutAnswers(100_000, new AtomicInteger(2)));

        assertThat(read(content, 0, LENGTH - 1)).isEqualTo(bytes);
        assertThat(line.connections() - before).isGreaterThanOrEqualTo(3);
    }

    @Test
    void saysThatAReadBrokeOffForGood() throws Exception {
        Content content = put(elsewhere(), bytes(LENGTH));
        line.suffer(new Trouble.CutAnswers(0, new AtomicInteger(Integer.MAX_VALUE)));

        assertThatThrownBy(() -> store.fetch(content)).isInstanceOf(StoreAway.class);
        assertThat(store.findLocal(content)).isEmpty();
    }

    @Test
    void deletesCopiesThatNobodyUsed() throws Exception {
        Content used = put(bytes(LENGTH));
        byte[] bytes = bytes(LENGTH);
        Content unused = put(bytes);
        for (Content content : new Content[] {used, unused}) {
            Path copy = copies.path(content);
            Files.setLastModifiedTime(
                    copy, FileTime.from(Clock.systemUTC().instant().minus(Duration.ofDays(2))));
        }

        store.findLocal(used);
        copies.sweep();

        assertThat(store.findLocal(used)).isPresent();
        assertThat(store.findLocal(unused)).isEmpty();
        assertThat(read(unused, 0, LENGTH - 1)).isEqualTo(bytes);
    }

    private Copies emptyCopies() throws Exception {
        return new Copies(
                new ContentFolder(Files.createTempDirectory(folder, "stranger")),
                Duration.ofDays(1),
                Clock.systemUTC());
    }
}
