package io.vimax.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.media.Stamp;
import io.vimax.simulator.model.Latency;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.model.WorkKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleProtocolTest {

    private static final String VEO = "/v1beta/models/veo-3.1-generate-preview:predictLongRunning";
    private static final String IMAGE =
            "{\"bytesBase64Encoded\":\"" + SimulatorFixture.PIXEL_BASE64 + "\",\"mimeType\":\"image/png\"}";

    private final SimulatorFixture fixture = new SimulatorFixture(configuration -> configuration.latency(
            LatencyProfile.INSTANT.with(WorkKind.VIDEO, new Latency.Fixed(Duration.ofSeconds(60)))));
    private final PlainClient client = fixture.client("google", "a1");

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void generatesTextWholeAndAsEvents() throws Exception {
        String request = "{\"systemInstruction\":{\"parts\":[{\"text\":\"Be brief\"}]},"
                + "\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hello\"}]}]}";

        var whole = client.post("/v1beta/models/gemini-2.5-flash:generateContent", request);
        assertThat(whole.at("/candidates/0/content/parts/0/text")).isEqualTo("You said: Hello");
        assertThat(whole.json().at("/usageMetadata/totalTokenCount").asInt()).isPositive();
        var events = client.post("/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse", request);
        assertThat(events.text())
                .startsWith("data: {")
                .contains("You said: Hello")
                .endsWith("\r\n\r\n");
    }

    @Test
    void generatesPictures() throws Exception {
        var answer = client.post(
                "/v1beta/models/gemini-3.1-flash-image:generateContent",
                "{\"contents\":[{\"parts\":[{\"text\":\"A harbour\"}]}]}");

        assertThat(answer.at("/candidates/0/content/parts/1/inlineData/mimeType"))
                .isEqualTo("image/png");
    }

    @Test
    void makesAClipAsALongRunningOperation() throws Exception {
        var created = client.post(
                VEO,
                "{\"instances\":[{\"prompt\":\"A harbour\",\"image\":%1$s,\"lastFrame\":%1$s}],".formatted(IMAGE)
                        + "\"parameters\":{\"aspectRatio\":\"9:16\",\"durationSeconds\":4,\"resolution\":\"720p\"}}");
        String name = created.at("/name");
        assertThat(name).startsWith("models/veo-3.1-generate-preview/operations/");
        assertThat(client.get("/v1beta/" + name).json().has("done")).isFalse();

        fixture.clock.advance(Duration.ofSeconds(60));
        var done = client.get("/v1beta/" + name);
        assertThat(done.json().get("done").asBoolean()).isTrue();
        String link = done.at("/response/generateVideoResponse/generatedSamples/0/video/uri");
        assertThat(link).endsWith(":download?alt=media");

        assertThat(Stamp.read(client.get(link).bytes())).contains(name);
        assertThat(fixture.client("google", "b1").get(link).status()).isEqualTo(403);
        assertThat(fixture.anonymous("google").get(link).status()).isEqualTo(403);
        assertThat(fixture.simulator.ledger().count(LedgerKind.DOWNLOADED)).isEqualTo(1);
    }

    @Test
    void showsAnOperationToItsAccountAlone() throws Exception {
        String name =
                client.post(VEO, "{\"instances\":[{\"prompt\":\"A harbour\"}]}").at("/name");

        var foreign = fixture.client("google", "b1").get("/v1beta/" + name);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.at("/error/status")).isEqualTo("NOT_FOUND");
        assertThat(fixture.simulator.ledger().count(LedgerKind.FOREIGN_POLL)).isEqualTo(1);
    }

    @Test
    void saysWhichKeysItDoesNotKnow() throws Exception {
        var unknown = fixture.client("google", "never-made").get("/v1beta/models");

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.at("/error/details/0/reason")).isEqualTo("API_KEY_INVALID");
        assertThat(client.get("/v1beta/models").json().at("/models").size()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"instances\":[]}', Exactly one",
        "'{\"instances\":[{\"prompt\":\"x\"}],\"parameters\":{\"durationSeconds\":5}}', durationSeconds",
        "'{\"instances\":[{\"prompt\":\"x\"}],\"parameters\":{\"durationSeconds\":4,\"resolution\":\"1080p\"}}', must be 8",
        "'{\"instances\":[{\"prompt\":\"x\"}],\"parameters\":{\"aspectRatio\":\"1:1\"}}', aspectRatio",
        "'{\"instances\":[{\"prompt\":\"x\",\"lastFrame\":IMAGE}]}', lastFrame needs",
        "'{\"instances\":[{\"prompt\":\"x\",\"image\":IMAGE,\"referenceImages\":[{\"image\":IMAGE,\"referenceType\":\"asset\"}]}]}', cannot be mixed",
        "'{\"instances\":[{\"prompt\":\"x\",\"referenceImages\":[{\"image\":IMAGE,\"referenceType\":\"style\"}]}]}', must be asset",
    })
    void refusesWhatVeoDoesNotTake(String request, String words) throws Exception {
        var refused = client.post(VEO, request.replace("IMAGE", IMAGE));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/error/status")).isEqualTo("INVALID_ARGUMENT");
        assertThat(refused.text()).contains(words);
        assertThat(fixture.simulator.ledger().count(LedgerKind.VIOLATION)).isEqualTo(1);
    }
}
