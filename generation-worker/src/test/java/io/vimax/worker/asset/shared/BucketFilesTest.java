package io.vimax.worker.asset.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.worker.asset.AssetException;
import io.vimax.worker.asset.store.S3Names;
import io.vimax.worker.asset.store.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a real server. */
class BucketFilesTest {

    private static S3Server server;
    private static S3Client client;

    @TempDir
    Path folder;

    private SharedFiles files;

    @BeforeEach
    void open() {
        files = new BucketFiles(client, new S3Names("here", S3Server.BUCKET, "vimax/tests"));
    }

    @BeforeAll
    static void start() {
        server = new S3Server();
        client = server.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void givesToOneMachineWhatAnotherHasPut() throws IOException {
        files.put("job-1", "answer.json", Files.writeString(folder.resolve("here"), "the answer"));

        Path there = Files.createFile(folder.resolve("there"));
        assertThat(files.fetch("job-1", "answer.json", there)).isTrue();
        assertThat(there).hasContent("the answer");
        assertThat(files.fetch("job-1", "content", there)).isFalse();
        assertThat(files.fetch("job-2", "answer.json", there)).isFalse();
    }

    @Test
    void deletesAFolderAndNoOther() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        files.put("one", "a", file);
        files.put("one", "b", file);
        files.put("one-more", "a", file);

        files.delete("one");

        assertThat(files.fetch("one", "a", file)).isFalse();
        assertThat(files.fetch("one", "b", file)).isFalse();
        assertThat(files.fetch("one-more", "a", file)).isTrue();
    }

    @Test
    void deletesWhatIsOldAndNothingBesides() throws IOException {
        Path asset = Files.writeString(folder.resolve("asset"), "an asset");
        client.putObject(
                put -> put.bucket(S3Server.BUCKET).key("vimax/tests/sha256/ab/abc"), RequestBody.fromFile(asset));
        Path file = Files.writeString(folder.resolve("file"), "x");
        files.put("old", "a", file);

        files.deleteOlderThan(Instant.now().minusSeconds(3600));
        assertThat(files.fetch("old", "a", file)).isTrue();
        files.deleteOlderThan(Instant.now().plusSeconds(60));

        assertThat(files.fetch("old", "a", file)).isFalse();
        assertThat(client.headObject(of -> of.bucket(S3Server.BUCKET).key("vimax/tests/sha256/ab/abc"))
                        .contentLength())
                .isEqualTo(8);
    }

    @Test
    void saysThatTheBucketIsAway() {
        var away = new BucketFiles(client, new S3Names("here", "no-such-bucket", ""));

        assertThatThrownBy(() -> away.put("job", "a", Files.writeString(folder.resolve("file"), "x")))
                .isInstanceOf(AssetException.StoreUnreachable.class)
                .hasMessageContaining("no-such-bucket");
    }
}
