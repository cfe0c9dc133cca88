package io.vimax.worker.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.testing.Identities;
import io.vimax.testing.TestServers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pictures that people bring along, over real HTTP. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"worker.asset.folder=target/upload-test", "spring.kafka.listener.auto-startup=false"})
@ContextConfiguration(initializers = TestServers.class)
class UploadTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID person = UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Test
    void aPictureBecomesAnAssetOfWhoBroughtIt() throws Exception {
        byte[] picture = picture();

        var answer = upload("image/png", picture);

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode asset = JSON.readTree(answer.body());
        assertThat(asset.get("media_type").stringValue()).isEqualTo("image/png");
        assertThat(asset.get("width").intValue()).isEqualTo(40);
        String id = asset.get("id").stringValue();
        assertThat(read(person, id).body()).isEqualTo(picture);
        assertThat(read(UUID.randomUUID(), id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png,html,422,no-picture",
        "image/jpeg,cut,422,no-picture",
        "image/png,half,422,no-picture",
        "image/png,bomb,413,body-too-large",
        "text/html,html,415,",
        "image/png,huge,413,body-too-large"
    })
    void refusesWhatIsNoPictureOrTooLarge(String type, String kind, int status, String code) throws Exception {
        byte[] body = switch (kind) {
            case "html" -> "<!doctype html><p>no</p>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case "cut" -> Arrays.copyOf(picture(), 40);
            case "half" -> Arrays.copyOf(picture(), picture().length - 30);
            case "bomb" -> bomb();
            default -> new byte[11 * 1024 * 1024];
        };

        var answer = upload(type, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (code != null) {
            assertThat(JSON.readTree(answer.body()).get("code").stringValue()).isEqualTo(code);
        }
    }

    private HttpResponse<String> upload(String type, byte[] body) throws Exception {
        return http.send(
                request("/api/v1/assets", person)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> read(UUID reader, String id) throws Exception {
        return http.send(request("/api/v1/assets/" + id, reader).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path, UUID who) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + Identities.person(who));
    }

    /** Little to send, and hundreds of megabytes to decode. */
    private static byte[] bomb() throws IOException {
        byte[] small = picture();
        var bytes = ByteBuffer.wrap(small);
        bytes.putInt(16, 9_000).putInt(20, 9_000);
        var crc = new CRC32();
        crc.update(small, 12, 17);
        bytes.putInt(29, (int) crc.getValue());
        return small;
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, 0xff0000);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
