package io.vimax.worker.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.testing.Identities;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The store and its door, over real HTTP, because ranges are sent by the server's own copy of files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AssetContract {

    final HttpClient http = HttpClient.newHttpClient();
    final UUID owner = UUID.randomUUID();
    final UUID id = UUID.randomUUID();

    @Autowired
    Assets assets;

    @LocalServerPort
    int port;

    byte[] content;
    StoredFile stored;

    @BeforeAll
    void keepAPicture(@TempDir Path folder) throws Exception {
        stored = assets.keep(picture(folder.resolve("noise.png"), 7), ExpectedContent.PICTURE);
        assets.add(id, owner, UUID.randomUUID(), stored);
        content = Files.readAllBytes(folder.resolve("noise.png"));
    }

    @Test
    void knowsAFileByItsContent() {
        assertThat(stored.mediaType()).isEqualTo("image/png");
        assertThat(stored.width()).isEqualTo(300);
        assertThat(stored.height()).isEqualTo(200);
        assertThat(stored.durationMs()).isNull();
        assertThat(stored.bytes()).isEqualTo(content.length).isGreaterThan(100_000);
    }

    @Test
    void servesTheWholeFileToItsOwner() throws Exception {
        var answer = get(owner, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(answer.headers().firstValue("ETag")).hasValue('"' + stored.sha256() + '"');
        assertThat(answer.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("private", "immutable");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("inline");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=10-19, 10, 19",
        "bytes=0-99999, 0, 99999",
        "bytes=70000-139999, 70000, 139999",
    })
    void servesTheRangeThatIsAskedFor(String range, int first, int last) throws Exception {
        var answer = get(owner, "", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(content, first, last + 1));
        assertThat(answer.headers().firstValue("Content-Range"))
                .hasValue("bytes " + first + "-" + last + "/" + content.length);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(last - first + 1L);
    }

    @Test
    void servesTheLastBytes() throws Exception {
        var answer = get(owner, "", "Range", "bytes=-5");

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(content, content.length - 5, content.length));
    }

    @Test
    void refusesARangeBehindTheEnd() throws Exception {
        var answer = get(owner, "", "Range", "bytes=99999999-");

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("Content-Range")).hasValue("bytes */" + content.length);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void servesTheWholeFileWhenTheRangeIsOfAnotherVersion() throws Exception {
        assertThat(get(owner, "", "Range", "bytes=0-9", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(get(owner, "", "Range", "bytes=0-9", "If-Range", '"' + stored.sha256() + '"')
                        .statusCode())
                .isEqualTo(206);
    }

    @Test
    void sendsNothingToWhomHasItAlready() throws Exception {
        var answer = get(owner, "", "If-None-Match", "\"x\", \"" + stored.sha256() + '"');

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void tellsTheHeadersWithoutTheBody() throws Exception {
        var answer = http.send(
                request(owner, "")
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(content.length);
    }

    @Test
    void namesTheFileForADownload() throws Exception {
        var answer = get(owner, "?download=Mara%20%E7%81%AF%2F..%0Aevil.png");

        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .doesNotContain("/", "\n");
    }

    @Test
    void answersAnotherPersonAsIfThereWereNone() throws Exception {
        var foreign = get(UUID.randomUUID(), "");
        var unknown = http.send(
                request(owner, "")
                        .uri(URI.create("http://127.0.0.1:" + port + "/api/v1/assets/" + UUID.randomUUID()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(new String(foreign.body(), StandardCharsets.UTF_8)).contains("asset-not-found");
    }

    @Test
    void asksWhoIsThere() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/assets/" + id))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void refusesWhatIsNotTheMediaThatWasAskedFor(@TempDir Path folder) throws Exception {
        Path page = Files.writeString(folder.resolve("clip.mp4"), "<!doctype html><p>Bad gateway</p>");

        assertThatThrownBy(() -> assets.keep(page, ExpectedContent.FILM))
                .isInstanceOf(AssetException.WrongContent.class)
                .hasMessageContaining("text/html");
    }

    @Test
    void saysThatTheDiskIsFull() {
        assertThat(AssetStore.refusal(new IOException("No space left on device")))
                .isInstanceOf(AssetException.DiskFull.class);
    }

    HttpResponse<byte[]> get(UUID person, String query, String... headers) throws Exception {
        return get(person, id, query, headers);
    }

    HttpResponse<byte[]> get(UUID person, UUID asset, String query, String... headers) throws Exception {
        var request = request(person, asset, query);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpRequest.Builder request(UUID person, String query) {
        return request(person, id, query);
    }

    HttpRequest.Builder request(UUID person, UUID asset, String query) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/assets/" + asset + query))
                .header("Authorization", "Bearer " + Identities.person(person));
    }

    static Path picture(Path file, int seed) throws IOException {
        var image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 300; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
