package io.vimax.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.ledger.LedgerKind;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenAiProtocolTest {

    private static final String CHAT =
            "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief\"},"
                    + "{\"role\":\"user\",\"content\":\"Tell me about the sea, the wind and the lighthouse\"}]%s}";

    private final SimulatorFixture fixture = new SimulatorFixture();
    private final PlainClient client = fixture.client("openai", "a1");

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void saysTheSameWholeAndInPieces() throws Exception {
        String whole = client.post("/v1/chat/completions", CHAT.formatted("")).at("/choices/0/message/content");

        var stream = client.post(
                "/v1/chat/completions", CHAT.formatted(",\"stream\":true,\"stream_options\":{\"include_usage\":true}"));
        assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
        List<String> events = Arrays.stream(stream.text().split("\n\n"))
                .map(event -> event.substring("data: ".length()))
                .toList();
        assertThat(events.getLast()).isEqualTo("[DONE]");
        List<JsonNode> chunks = events.subList(0, events.size() - 1).stream()
                .map(event -> JsonMapper.shared().readTree(event))
                .toList();
        assertThat(chunks.stream()
                        .map(chunk -> chunk.at("/choices/0/delta/content").asString(""))
                        .collect(Collectors.joining()))
                .isEqualTo(whole);
        assertThat(chunks.get(chunks.size() - 2).at("/choices/0/finish_reason").asString())
                .isEqualTo("stop");
        assertThat(chunks.getLast().at("/usage/prompt_tokens").asInt()).isPositive();
    }

    @Test
    void answersWithJsonWhereThatIsAskedFor() throws Exception {
        var answer =
                client.post("/v1/chat/completions", CHAT.formatted(",\"response_format\":{\"type\":\"json_object\"}"));

        String content = answer.at("/choices/0/message/content");
        assertThat(JsonMapper.shared().readTree(content).has("answer")).isTrue();
    }

    @Test
    void drawsPicturesFromWordsAndFromPictures() throws Exception {
        var made = client.post(
                "/v1/images/generations",
                "{\"model\":\"gpt-image-1\",\"prompt\":\"A harbour\",\"size\":\"1536x1024\"}");
        assertThat(width(made)).isEqualTo(1536);

        String form = "--frontier\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\ngpt-image-1\r\n"
                + "--frontier\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\nA harbour\r\n"
                + "--frontier\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        var edited = client.send(client.request("/v1/images/edits")
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(form),
                        HttpRequest.BodyPublishers.ofByteArray(SimulatorFixture.PIXEL),
                        HttpRequest.BodyPublishers.ofString("\r\n--frontier--\r\n"))));
        assertThat(edited.status()).isEqualTo(200);
        assertThat(width(edited)).isEqualTo(1024);
        assertThat(fixture.simulator.ledger().violations()).isEmpty();
    }

    @Test
    void speaksInWavAndRefusesAnUnknownVoice() throws Exception {
        String request =
                "{\"model\":\"gpt-4o-mini-tts\",\"input\":\"Good evening\",\"voice\":\"%s\",\"response_format\":\"wav\"}";

        var speech = client.post("/v1/audio/speech", request.formatted("coral"));
        assertThat(speech.text()).startsWith("RIFF").contains("WAVEfmt ");
        var refused = client.post("/v1/audio/speech", request.formatted("santa"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/error/param")).isEqualTo("voice");
    }

    @Test
    void listsModelsAndKnowsEach() throws Exception {
        assertThat(client.get("/v1/models").at("/object")).isEqualTo("list");
        assertThat(client.get("/v1/models/gpt-4o-mini").at("/id")).isEqualTo("gpt-4o-mini");

        var unknown = client.get("/v1/models/gpt-0");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.at("/error/code")).isEqualTo("model_not_found");
    }

    @Test
    void refusesWhatTheImageModelsDoNotTake() throws Exception {
        var refused = client.post(
                "/v1/images/generations",
                "{\"model\":\"gpt-image-1\",\"prompt\":\"A harbour\",\"response_format\":\"url\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/error/message")).contains("response_format");
        assertThat(fixture.simulator.ledger().count(LedgerKind.VIOLATION)).isEqualTo(1);
    }

    private static int width(PlainClient.Answer answer) throws Exception {
        byte[] picture = Base64.getDecoder().decode(answer.at("/data/0/b64_json"));
        return ImageIO.read(new ByteArrayInputStream(picture)).getWidth();
    }
}
