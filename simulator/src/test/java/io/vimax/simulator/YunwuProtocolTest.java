package io.vimax.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.ledger.LedgerEntry;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.media.Stamp;
import io.vimax.simulator.model.Latency;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.model.WorkKind;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class YunwuProtocolTest {

    private static final String CLIP =
            "{\"model\":\"%s\",\"prompt\":\"A lighthouse\",\"images\":[%s],\"aspect_ratio\":\"16:9\",\"enhance_prompt\":true}";

    private final SimulatorFixture fixture = new SimulatorFixture(configuration -> configuration.latency(
            LatencyProfile.INSTANT.with(WorkKind.VIDEO, new Latency.Fixed(Duration.ofSeconds(100)))));
    private final PlainClient client = fixture.client("yunwu", "a1");

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void answersAChat() throws Exception {
        var answer = client.post(
                "/v1/chat/completions",
                "{\"model\":\"gemini-2.5-flash-lite\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/choices/0/message/content")).isEqualTo("You said: Hello");
        assertThat(answer.at("/choices/0/finish_reason")).isEqualTo("stop");
        assertThat(answer.json().at("/usage/total_tokens").asInt()).isPositive();
    }

    @Test
    void makesAClipFromWordsInTheStatesOfTheRelay() throws Exception {
        var created = client.post("/v1/video/create", CLIP.formatted("veo3-fast", ""));
        assertThat(created.at("/status")).isEqualTo("pending");
        String id = created.at("/id");
        assertThat(id).startsWith("veo3-fast:1795");

        assertThat(query(id).at("/status").asString()).isEqualTo("pending");
        fixture.clock.advance(Duration.ofSeconds(50));
        JsonNode half = query(id);
        assertThat(half.at("/status").asString()).isEqualTo("video_generating");
        assertThat(half.at("/progress").asString()).isEqualTo("50%");
        assertThat(half.at("/detail/progress_pct").asInt()).isEqualTo(50);
        fixture.clock.advance(Duration.ofSeconds(45));
        assertThat(query(id).at("/status").asString()).isEqualTo("video_upsampling");

        fixture.clock.advance(Duration.ofSeconds(5));
        JsonNode done = query(id);
        assertThat(done.at("/status").asString()).isEqualTo("completed");
        var clip = client.get(done.at("/video_url").asString());
        assertThat(clip.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(Stamp.read(clip.bytes())).contains(id);
    }

    @Test
    void takesAFirstAndALastFrame() throws Exception {
        String frames = "\"%1$s\",\"%1$s\"".formatted(SimulatorFixture.PIXEL_URI);

        assertThat(client.post("/v1/video/create", CLIP.formatted("veo3.1-fast", frames))
                        .status())
                .isEqualTo(200);
        var refused = client.post("/v1/video/create", CLIP.formatted("veo3-pro-frames", frames));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/code")).isEqualTo("invalid_request");
        assertThat(refused.at("/message")).contains("at most 1 images");
    }

    @Test
    void showsAJobToItsAccountAlone() throws Exception {
        String id =
                client.post("/v1/video/create", CLIP.formatted("veo3-fast", "")).at("/id");

        var foreign = fixture.client("yunwu", "b1").get("/v1/video/query?id=" + encoded(id));
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.at("/code")).isEqualTo("task_not_exist");
        var sibling = fixture.client("yunwu", "a2").get("/v1/video/query?id=" + encoded(id));
        assertThat(sibling.at("/status")).isEqualTo("pending");

        List<LedgerEntry> foreignPolls = fixture.simulator.ledger().entries(LedgerKind.FOREIGN_POLL);
        assertThat(foreignPolls).hasSize(1);
        assertThat(foreignPolls.getFirst().subject().key()).isEqualTo("yunwu-b/1");
        assertThat(foreignPolls.getFirst().subject().job()).isEqualTo(id);
        assertThat(fixture.simulator.jobs().find(id).orElseThrow().polls())
                .containsOnlyKeys("yunwu-a/2")
                .containsEntry("yunwu-a/2", 1);
    }

    @Test
    void drawsWithSeedreamAsLinkAndInline() throws Exception {
        String request = "{\"model\":\"doubao-seedream-5-0-260128\",\"prompt\":\"A harbour\",\"size\":\"1600x900\","
                + "\"sequential_image_generation\":\"disabled\",\"response_format\":\"%s\",\"image\":[\""
                + SimulatorFixture.PIXEL_URI + "\"]}";

        var link = client.post("/v1/images/generations", request.formatted("url"));
        var picture = client.get(link.at("/data/0/url"));
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes())).getWidth())
                .isEqualTo(1600);

        var inline = client.post("/v1/images/generations", request.formatted("b64_json"));
        byte[] bytes = Base64.getDecoder().decode(inline.at("/data/0/b64_json"));
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getHeight()).isEqualTo(900);
    }

    @Test
    void drawsInTheWayOfGeminiWithEitherKindOfKey() throws Exception {
        String path = "/v1beta/models/gemini-2.5-flash-image-preview:generateContent";
        String request =
                "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\""
                        + SimulatorFixture.PIXEL_BASE64 + "\"}},{\"text\":\"A harbour\"}]}],"
                        + "\"generationConfig\":{\"imageConfig\":{\"aspectRatio\":\"16:9\"}}}";

        assertThat(client.post(path, request).at("/candidates/0/finishReason")).isEqualTo("STOP");
        var keyInQuery = fixture.anonymous("yunwu").post(path + "?key=yunwu-secret-a1", request);
        byte[] picture = Base64.getDecoder().decode(keyInQuery.at("/candidates/0/content/parts/1/inlineData/data"));
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        assertThat(image.getWidth()).isEqualTo(1344);
        assertThat(image.getHeight()).isEqualTo(768);
    }

    @Test
    void passesSeedanceThrough() throws Exception {
        var created = client.post(
                "/volc/v1/contents/generations/tasks",
                "{\"model\":\"doubao-seedance-1-0-pro-250528\",\"content\":[{\"type\":\"text\",\"text\":"
                        + "\"A harbour --rs 720p --rt 9:16 --dur 5 --wm false\"},{\"type\":\"image_url\",\"image_url\":"
                        + "{\"url\":\"" + SimulatorFixture.PIXEL_URI + "\"},\"role\":\"first_frame\"}]}");
        fixture.clock.advance(Duration.ofSeconds(100));

        var done = client.get("/volc/v1/contents/generations/tasks/" + created.at("/id"));
        assertThat(done.at("/status")).isEqualTo("succeeded");
        assertThat(done.json().at("/duration").asInt()).isEqualTo(5);
        assertThat(client.get(done.at("/content/video_url")).bytes()).isNotEmpty();
        assertThat(fixture.simulator.ledger().entries(LedgerKind.ACCEPTED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.subject().prompt()).isEqualTo("A harbour"));
    }

    @Test
    void speaksAndListsItsModels() throws Exception {
        var speech =
                client.post("/v1/audio/speech", "{\"model\":\"tts-1\",\"input\":\"Good evening\",\"voice\":\"nova\"}");
        assertThat(speech.header("Content-Type")).isEqualTo("audio/mpeg");
        assertThat(client.get("/v1/models").json().at("/data").size()).isGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/video/creat, '{}', 404, Invalid URL",
        "POST, /v1/video/create, '{\"model\":\"veo9\",\"prompt\":\"x\"}', 503, model_not_found",
        "POST, /v1/video/create, '{\"model\":\"veo3-fast\",\"prompt\":\" \"}', 400, prompt is required",
        "POST, /v1/video/create, '{\"model\":\"veo3.1-fast\",\"prompt\":\"x\",\"aspect_ratio\":\"4:3\"}', 400, aspect_ratio",
        "POST, /v1/video/create, '{\"model\":\"veo3.1-fast\",\"prompt\":\"x\",\"images\":[\"data:image/png;base64,QUJD\"]}', 400, Invalid image",
        "POST, /v1/video/create, '{\"model\":\"veo3.1-fast\",\"prompt\":\"x\",\"images\":[\"http://localhost:80/a.png\"]}', 400, could not be fetched",
        "POST, /v1/video/create, '{\"model\":', 400, could not parse",
        "GET, /v1/video/query, '', 400, id is required",
        "POST, /v1/chat/completions, '{\"model\":\"gemini-2.5-flash-lite\",\"messages\":[{\"role\":\"robot\",\"content\":\"x\"}]}', 400, Invalid role",
        "POST, /v1/images/generations, '{\"model\":\"doubao-seedream-5-0-260128\",\"prompt\":\"x\",\"size\":\"100x100\"}', 400, outside",
    })
    void refusesAndNotesWhatBreaksTheProtocol(String method, String path, String body, int status, String words)
            throws Exception {
        var answer = method.equals("GET") ? client.get(path) : client.post(path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains(words);
        assertThat(fixture.simulator.ledger().violations()).hasSize(1);
        assertThat(fixture.simulator.ledger().count(LedgerKind.ACCEPTED)).isZero();
    }

    @Test
    void tellsAMissingKeyFromAnUnknownOne() throws Exception {
        var missing = fixture.anonymous("yunwu").get("/v1/models");
        assertThat(missing.status()).isEqualTo(401);
        assertThat(fixture.simulator.ledger().count(LedgerKind.VIOLATION)).isEqualTo(1);

        var unknown = fixture.client("yunwu", "never-made").get("/v1/models");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.at("/error/message")).startsWith("无效的令牌 (request id: 20261125100000");
        assertThat(fixture.simulator.ledger().count(LedgerKind.VIOLATION)).isEqualTo(1);
    }

    @Test
    void takesNoKeyOfAnotherProvider() throws Exception {
        var foreign = new PlainClient(fixture.simulator.baseUrl("yunwu"), "openai-secret-a1");
        try (foreign) {
            assertThat(foreign.get("/v1/models").status()).isEqualTo(401);
        }
    }

    private JsonNode query(String id) throws Exception {
        return client.get("/v1/video/query?id=" + encoded(id)).json();
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
