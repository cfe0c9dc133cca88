package io.vimax.testing.simulator;

import static io.vimax.testing.simulator.scenario.Armed.always;
import static io.vimax.testing.simulator.scenario.Armed.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.testing.simulator.PlainClient.Answer;
import io.vimax.testing.simulator.ledger.LedgerKind;
import io.vimax.testing.simulator.media.Stamp;
import io.vimax.testing.simulator.model.Latency;
import io.vimax.testing.simulator.model.LatencyProfile;
import io.vimax.testing.simulator.model.WorkKind;
import io.vimax.testing.simulator.scenario.Armed;
import io.vimax.testing.simulator.scenario.Operation;
import io.vimax.testing.simulator.scenario.Scenario;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every trick once, over HTTP. The last check fails for a scenario that no test here has armed. */
class ScenarioTest {

    private static final CoveredScenarios COVERED = new CoveredScenarios();
    private static final String CLIP = "{\"model\":\"veo3.1-fast\",\"prompt\":\"A lighthouse\"}";

    private final SimulatorFixture fixture = new SimulatorFixture(configuration -> configuration.latency(
            LatencyProfile.INSTANT.with(WorkKind.VIDEO, new Latency.Fixed(Duration.ofSeconds(10)))));
    private final PlainClient client = fixture.client("yunwu", "a1");

    @AfterEach
    void stop() {
        assertThat(fixture.simulator.ledger().entries(LedgerKind.FAULT)).isEmpty();
        assertThat(fixture.simulator.ledger().violations()).isEmpty();
        assertThat(fixture.simulator.ledger().count(LedgerKind.SCENARIO)).isPositive();
        fixture.close();
    }

    @AfterAll
    static void everyScenarioIsTested() {
        COVERED.requireAll(List.of(Scenario.DOUBLE_WEBHOOK, Scenario.LYING_WEBHOOK, Scenario.NO_WEBHOOK));
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, 429, 最多请求60次, ''",
        "DAY_LIMITED, 429, 每天最多请求100次, ''",
        "CONCURRENCY_LIMITED, 429, token_concurrency_limit_reached, ''",
        "SATURATED, 429, 当前分组上游负载已饱和，请稍后再试, insufficient_quota",
        "SATURATED_500, 500, 当前分组上游负载已饱和，请稍后再试, upstream_error",
        "OUT_OF_CREDIT, 403, insufficient_user_quota, ''",
        "KEY_REFUSED, 401, 无效的令牌, ''",
        "MODEL_UNAVAILABLE, 503, get_channel_failed, ''",
        "CONTENT_REJECTED, 400, sensitive_words_detected, ''",
        "REQUEST_REJECTED, 400, invalid_request, ''",
        "UPSTREAM_ERROR, 500, bad_response_status_code, ''",
        "HTML_ERROR, 502, <h1>502 Error</h1>, ''",
        "HTML_WITH_200, 200, <h1>200 Error</h1>, ''",
        "BODY_IS_A_STRING, 200, '\"upstream returned nothing\"', ''"
    })
    void refusesBeforeAnythingIsTakenOn(Scenario scenario, int status, String words, String type) throws Exception {
        arm(once(scenario));

        Answer refused = client.post("/v1/video/create", CLIP);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text()).contains(words).contains(type);
        assertThat(accepted()).isZero();
        assertThat(client.post("/v1/video/create", CLIP).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, /v1/models, OUT_OF_CREDIT, 429, insufficient_quota",
        "openai, /v1/models, SATURATED, 503, overloaded",
        "openai, /v1/models, MODEL_UNAVAILABLE, 500, server_error",
        "google, /v1beta/models, SATURATED, 503, UNAVAILABLE",
        "google, /v1beta/models, KEY_REFUSED, 400, API_KEY_INVALID",
        "google, /v1beta/models, RATE_LIMITED, 429, retryDelay",
        "ark, /api/v3/contents/generations/tasks, OUT_OF_CREDIT, 403, AccountOverdueError",
        "ark, /api/v3/contents/generations/tasks, SATURATED, 429, ServerOverloaded",
        "ark, /api/v3/contents/generations/tasks, CONTENT_REJECTED, 400, InputTextSensitiveContentDetected"
    })
    void refusesInTheWordsOfEachProvider(String provider, String path, Scenario scenario, int status, String words)
            throws Exception {
        arm(once(scenario).on(Operation.LIST).provider(provider));

        Answer refused = fixture.client(provider, "a1").get(path);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text()).contains(words);
    }

    @Test
    void says400WithAPlainString() throws Exception {
        arm(once(Scenario.PLAIN_STRING_ERROR));

        assertThat(client.post("/v1/video/create", CLIP).at("/error")).isEqualTo("something went wrong upstream");
    }

    @Test
    void losesAJobForOnePollThoughTheKeyIsRight() throws Exception {
        String id = create();
        arm(once(Scenario.JOB_NOT_FOUND).on(Operation.POLL).model("veo3.1-fast"));

        assertThat(query(id).at("/code").asString()).isEqualTo("task_not_exist");
        assertThat(query(id).at("/status").asString()).isEqualTo("pending");
    }

    @ParameterizedTest
    @CsvSource({"RESET_BEFORE_ACCEPT, 0", "RESET, 1"})
    void resetsTheConnectionBeforeOrAfterTheWorkIsTakenOn(Scenario scenario, long accepted) {
        arm(once(scenario));

        assertThatThrownBy(() -> client.post("/v1/video/create", CLIP)).isInstanceOf(IOException.class);
        assertThat(accepted()).isEqualTo(accepted);
        assertThat(fixture.simulator.ledger().count(LedgerKind.CHARGED)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"HANG_BEFORE_ACCEPT, 0", "HANG, 1", "HALF_OPEN, 1"})
    void givesNoAnswerOrHalfOfOne(Scenario scenario, long accepted) throws Exception {
        arm(once(scenario));
        arm(once(scenario).with("1"));
        HttpRequest.Builder request =
                client.request("/v1/video/create").POST(HttpRequest.BodyPublishers.ofString(CLIP));

        // Jdk clients time the head of an answer only, so half an answer has to be ended by the other side.
        if (scenario != Scenario.HALF_OPEN) {
            assertThatThrownBy(() -> client.send(request.copy().timeout(Duration.ofMillis(300))))
                    .isInstanceOf(HttpTimeoutException.class);
            assertThat(accepted()).isEqualTo(accepted);
        } else {
            fixture.simulator.scenarios().disarmAll();
            arm(once(scenario).with("1"));
        }
        assertThatThrownBy(() -> client.send(request)).isInstanceOf(IOException.class);
    }

    @Test
    void failsWithAProxysPageAlthoughTheWorkWasTakenOn() throws Exception {
        arm(once(Scenario.ERROR_AFTER_ACCEPT).with("524"));

        assertThat(client.post("/v1/video/create", CLIP).status()).isEqualTo(524);
        assertThat(accepted()).isEqualTo(1);
        assertThat(fixture.simulator.jobs().list()).hasSize(1);
    }

    @Test
    void spoilsTheBodyOfAnAnswer() throws Exception {
        arm(once(Scenario.DEEP_JSON));
        assertThat(client.post("/v1/video/create", CLIP).text()).startsWith("{\"data\":".repeat(100) + "{\"id\"");

        arm(once(Scenario.CUT_JSON));
        assertThat(client.post("/v1/video/create", CLIP).text())
                .startsWith("{\"id\"")
                .doesNotEndWith("}");

        arm(once(Scenario.EMPTY_BODY));
        assertThat(client.post("/v1/video/create", CLIP).bytes()).isEmpty();

        arm(once(Scenario.WRONG_CONTENT_TYPE));
        Answer plain = client.post("/v1/video/create", CLIP);
        assertThat(plain.header("Content-Type")).startsWith("text/plain");
        assertThat(plain.at("/id")).isNotEmpty();
        assertThat(accepted()).isEqualTo(4);
    }

    @Test
    void refusesConnectionsForAWhile() throws Exception {
        arm(once(Scenario.UPSTREAM_ERROR));
        client.post("/v1/video/create", CLIP);
        fixture.simulator.refuseConnections();
        assertThatThrownBy(() -> fixture.client("yunwu", "a2").post("/v1/video/create", CLIP))
                .isInstanceOf(IOException.class);
        fixture.simulator.resume();
        assertThat(fixture.client("yunwu", "a2").post("/v1/video/create", CLIP).status())
                .isEqualTo(200);
        assertThat(accepted()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, failed, The upstream model failed to generate the video",
        "ERROR_STATE, error, The upstream model failed to generate the video",
        "CONTENT_FAILED, failed, The prompt violates our policy on prominent people"
    })
    void endsBadlyAndGivesTheMoneyBackOnce(Scenario scenario, String status, String reason) throws Exception {
        arm(once(scenario));
        String id = create();
        fixture.clock.advance(Duration.ofSeconds(10));

        query(id);
        JsonNode failed = query(id);
        assertThat(failed.at("/status").asString()).isEqualTo(status);
        assertThat(failed.at("/error").asString()).isEqualTo(reason);
        assertThat(fixture.simulator.ledger().count(LedgerKind.REFUNDED)).isEqualTo(1);
        assertThat(fixture.simulator.ledger().refundedMicros()).isEqualTo(150_000);
    }

    @Test
    void hidesTheReasonInTheDetail() throws Exception {
        arm(once(Scenario.FAILED_IN_DETAIL).with("minors are not allowed"));
        String id = create();
        fixture.clock.advance(Duration.ofSeconds(10));

        JsonNode failed = query(id);
        assertThat(failed.get("error").isNull()).isTrue();
        assertThat(failed.at("/detail/markdown_reason_str").asString()).isEqualTo("**Failed:** minors are not allowed");
    }

    @Test
    void filtersVeoClipsForWhatTheyShow() throws Exception {
        arm(once(Scenario.CONTENT_FAILED).provider("google"));
        PlainClient google = fixture.client("google", "a1");
        String name = google.post(
                        "/v1beta/models/veo-3.1-generate-preview:predictLongRunning",
                        "{\"instances\":[{\"prompt\":\"A famous person\"}]}")
                .at("/name");
        fixture.clock.advance(Duration.ofSeconds(10));

        assertThat(google.get("/v1beta/" + name).at("/response/generateVideoResponse/raiMediaFilteredReasons/0"))
                .contains("prominent people");
    }

    @Test
    void saysStatesThatNobodyKnows() throws Exception {
        arm(once(Scenario.UNKNOWN_STATUS));
        String unknown = create();
        arm(once(Scenario.MISSING_STATUS));
        String missing = create();
        arm(once(Scenario.STATUS_WORD));
        String other = create();
        arm(once(Scenario.NEVER_ENDS));
        String endless = create();
        fixture.clock.advance(Duration.ofDays(30));

        assertThat(query(unknown).at("/status").asString()).isEqualTo("thinking");
        assertThat(query(unknown).at("/video_url").asString("")).isEmpty();
        assertThat(query(missing).has("status")).isFalse();
        assertThat(query(other).at("/status").asString()).isEqualTo("success");
        assertThat(query(other).at("/video_url").asString()).isNotEmpty();
        assertThat(query(endless).at("/status").asString()).isEqualTo("video_generating");
    }

    @Test
    void goesBackAndForthBeforeTheEnd() throws Exception {
        arm(once(Scenario.LYING_STATUS));
        String id = create();

        var progress = new ArrayList<Integer>();
        for (int i = 0; i < 3; i++) {
            progress.add(query(id).at("/detail/progress_pct").asInt());
        }
        assertThat(progress).containsExactly(99, 40, 0);
        fixture.clock.advance(Duration.ofSeconds(10));
        assertThat(query(id).at("/status").asString()).isEqualTo("completed");
    }

    @Test
    void changesTheIdInTheAnswerToAPoll() throws Exception {
        arm(once(Scenario.ID_WITHOUT_PREFIX));
        String id = create();

        assertThat(query(id).at("/id").asString()).isEqualTo(id.replace("veo3.1-fast:", ""));
    }

    @Test
    void makesAnIdOfTenKilobytesThatCanBePolled() throws Exception {
        arm(once(Scenario.LONG_JOB_ID));
        String id = create();

        assertThat(id).hasSize(10_240);
        assertThat(query(id).at("/status").asString()).isEqualTo("pending");
    }

    @Test
    void losesAJobForGood() throws Exception {
        arm(once(Scenario.JOB_LOST));
        String id = create();

        assertThat(query(id).at("/code").asString()).isEqualTo("task_not_exist");
        assertThat(fixture.simulator.ledger().count(LedgerKind.FOREIGN_POLL)).isZero();
        assertThat(accepted()).isEqualTo(1);
    }

    @Test
    void holdsTheLinkBackForSomePolls() throws Exception {
        arm(once(Scenario.COMPLETED_WITHOUT_LINK).with("2"));
        String id = create();
        fixture.clock.advance(Duration.ofSeconds(10));

        for (int i = 0; i < 2; i++) {
            JsonNode without = query(id);
            assertThat(without.at("/status").asString()).isEqualTo("completed");
            assertThat(without.at("/video_url").asString("")).isEmpty();
        }
        assertThat(query(id).at("/video_url").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "upsample, /detail/upsample_video_url",
        "detail, /detail/video_url",
        "generations, /detail/generations/0/url"
    })
    void putsTheLinkElsewhere(String argument, String place) throws Exception {
        arm(once(Scenario.LINK_ELSEWHERE).with(argument));
        JsonNode done = finished();

        assertThat(done.at("/video_url").asString("")).isEmpty();
        assertThat(client.get(done.at(place).asString()).status()).isEqualTo(200);
    }

    @Test
    void linksToWhereNobodyShouldGo() throws Exception {
        arm(once(Scenario.LINK_TO_METADATA));
        assertThat(finished().at("/video_url").asString()).startsWith("http://169.254.169.254/");
        arm(once(Scenario.LINK_TO_LOCALHOST));
        assertThat(finished().at("/video_url").asString()).startsWith("http://localhost:1/");
        arm(once(Scenario.LINK_TO_METADATA).model("doubao-seedream-5-0-260128"));
        assertThat(client.post(
                                "/v1/images/generations",
                                "{\"model\":\"doubao-seedream-5-0-260128\",\"prompt\":\"A harbour\"}")
                        .at("/data/0/url"))
                .startsWith("http://169.254.169.254/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPTY_FILE", "TRUNCATED_FILE", "PDF_FILE", "HTML_FILE"})
    void handsOutAFileThatIsNotWhatItSays(Scenario scenario) throws Exception {
        byte[] sound = client.get(finished().at("/video_url").asString()).bytes();
        arm(once(scenario));

        Answer file = client.get(finished().at("/video_url").asString());
        assertThat(file.status()).isEqualTo(200);
        switch (scenario) {
            case EMPTY_FILE -> assertThat(file.bytes()).isEmpty();
            case TRUNCATED_FILE -> assertThat(file.bytes().length).isBetween(1000, sound.length - 1000);
            case PDF_FILE -> assertThat(file.text()).startsWith("%PDF");
            default -> assertThat(file.header("Content-Type")).isEqualTo("text/html");
        }
        if (scenario != Scenario.HTML_FILE) {
            assertThat(file.header("Content-Type")).isEqualTo("video/mp4");
        }
    }

    @Test
    void turnsAPictureAround() throws Exception {
        arm(once(Scenario.WRONG_RATIO));
        JsonNode answer = draw();

        byte[] picture = Base64.getDecoder()
                .decode(answer.at("/candidates/0/content/parts/1/inlineData/data")
                        .asString());
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        assertThat(image.getHeight()).isGreaterThan(image.getWidth());
    }

    @Test
    void drawsNothingInTheWaysOfGemini() throws Exception {
        arm(once(Scenario.TEXT_ONLY));
        assertThat(draw().at("/candidates/0/content/parts").size()).isEqualTo(1);
        arm(once(Scenario.EMPTY_CANDIDATES));
        assertThat(draw().at("/candidates").size()).isZero();
        arm(once(Scenario.SAFETY_STOP).with("IMAGE_OTHER"));
        assertThat(draw().at("/candidates/0/finishReason").asString()).isEqualTo("IMAGE_OTHER");
        arm(once(Scenario.PROMPT_BLOCKED));
        JsonNode blocked = draw();
        assertThat(blocked.at("/promptFeedback/blockReason").asString()).isEqualTo("PROHIBITED_CONTENT");
        assertThat(blocked.has("candidates")).isFalse();
        assertThat(fixture.simulator.ledger().count(LedgerKind.CHARGED)).isEqualTo(4);
    }

    @Test
    void drawsADraftBeforeThePictureAndNamesThingsInSnakeCase() throws Exception {
        arm(once(Scenario.TWO_IMAGES));
        arm(once(Scenario.SNAKE_CASE_IMAGE));
        JsonNode parts = draw().at("/candidates/0/content/parts");

        assertThat(parts.size()).isEqualTo(3);
        byte[] draft =
                Base64.getDecoder().decode(parts.at("/1/inline_data/data").asString());
        byte[] picture =
                Base64.getDecoder().decode(parts.at("/2/inline_data/data").asString());
        assertThat(Stamp.read(draft).orElseThrow()).startsWith("draft of gen-");
        assertThat(Stamp.read(picture).orElseThrow()).startsWith("gen-");
    }

    @Test
    void drawsAPdfInline() throws Exception {
        arm(once(Scenario.PDF_FILE));

        assertThat(draw().at("/candidates/0/content/parts/1/inlineData/data").asString())
                .startsWith(Base64.getEncoder().encodeToString("%PDF-1".getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @CsvSource({
        "FENCED_JSON, '```json\n{\"answer\":\"Hello\"}\n```', stop",
        "CUT_ANSWER, '{\"answer\"', length",
        "BROKEN_ANSWER, '{\"answer\":\"Hello\"', stop"
    })
    void talksRoundTheJson(Scenario scenario, String expected, String finishReason) throws Exception {
        arm(once(scenario));
        Answer answer = chat("");

        assertThat(answer.at("/choices/0/message/content")).isEqualTo(expected);
        assertThat(answer.at("/choices/0/finish_reason")).isEqualTo(finishReason);
    }

    @Test
    void chatsAboutTheJsonAndForgetsTheChoices() throws Exception {
        arm(once(Scenario.CHATTY_JSON));
        assertThat(chat("").at("/choices/0/message/content"))
                .contains("{\"answer\":\"Hello\"}")
                .contains("{anything}");
        arm(once(Scenario.NO_CHOICES));
        assertThat(chat("").json().at("/choices").size()).isZero();
    }

    @Test
    void breaksAStreamOffAndEndsAnotherWithAnError() throws Exception {
        arm(once(Scenario.STREAM_CUT));
        assertThatThrownBy(() -> chat(",\"stream\":true")).isInstanceOf(IOException.class);
        arm(once(Scenario.STREAM_ERROR));
        String events = chat(",\"stream\":true").text();
        assertThat(events).contains("server_error").doesNotContain("[DONE]");
    }

    @Test
    void cutsADownloadAndDeliversTheNext() throws Exception {
        String link = finished().at("/video_url").asString();
        arm(once(Scenario.DOWNLOAD_CUT));

        assertThatThrownBy(() -> client.get(link)).isInstanceOf(IOException.class);
        assertThat(fixture.simulator.ledger().count(LedgerKind.DOWNLOADED)).isZero();
        assertThat(client.get(link).status()).isEqualTo(200);
        Answer rest = client.send(client.request(link).header("Range", "bytes=100-"));
        assertThat(rest.status()).isEqualTo(206);
        assertThat(rest.header("Content-Range")).startsWith("bytes 100-");
    }

    @Test
    void deliversSlowlyAndWhole() throws Exception {
        String link = finished().at("/video_url").asString();
        byte[] whole = client.get(link).bytes();
        arm(once(Scenario.DOWNLOAD_SLOW).with("100000"));

        assertThat(client.get(link).bytes()).isEqualTo(whole);
    }

    @Test
    void deliversWithoutEnd() throws Exception {
        String link = finished().at("/video_url").asString();
        arm(once(Scenario.DOWNLOAD_ENDLESS));

        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = http.send(
                    HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Length")).isEmpty();
            try (var body = response.body()) {
                assertThat(body.readNBytes(20_000_000)).hasSize(20_000_000);
            }
            http.shutdownNow();
        }
    }

    @Test
    void saysThatAFileIsHuge() throws Exception {
        String link = finished().at("/video_url").asString();
        arm(once(Scenario.DOWNLOAD_HUGE).with("300000"));
        assertThat(client.get(link).bytes()).hasSize(300_000);

        arm(once(Scenario.DOWNLOAD_HUGE));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = http.send(
                    HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Length")).contains("5000000000");
            response.body().close();
            http.shutdownNow();
        }
    }

    @Test
    void refusesALinkThatIsTooOld() throws Exception {
        String link = finished().at("/video_url").asString();
        arm(once(Scenario.LINK_EXPIRED));
        Answer expired = client.get(link);
        assertThat(expired.status()).isEqualTo(403);
        assertThat(expired.text()).contains("<Code>AccessDenied</Code>");

        assertThat(client.get(link).status()).isEqualTo(200);
        fixture.clock.advance(Duration.ofHours(25));
        assertThat(client.get(link).status()).isEqualTo(403);
    }

    @Test
    void redirectsToWhereNobodyShouldGo() throws Exception {
        String link = finished().at("/video_url").asString();
        arm(once(Scenario.REDIRECT_TO_METADATA));
        assertThat(client.get(link).header("Location")).startsWith("http://169.254.169.254/");
        arm(once(Scenario.REDIRECT_TO_LOCALHOST).with("http://localhost:22/"));
        assertThat(client.get(link).header("Location")).isEqualTo("http://localhost:22/");
        arm(once(Scenario.REDIRECT_ONCE));
        assertThat(client.get(link).header("Location")).isEqualTo(link);
        assertThat(client.get(link).status()).isEqualTo(200);
        arm(always(Scenario.REDIRECT_LOOP));
        for (int i = 0; i < 3; i++) {
            assertThat(client.get(link).status()).isEqualTo(302);
        }
    }

    @Test
    void strikesAsOftenAndWhereItWasArmedFor() throws Exception {
        arm(once(Scenario.OUT_OF_CREDIT).times(2).key("yunwu-a/2"));
        PlainClient other = fixture.client("yunwu", "a2");

        assertThat(client.post("/v1/video/create", CLIP).status()).isEqualTo(200);
        assertThat(other.post("/v1/video/create", CLIP).status()).isEqualTo(403);
        assertThat(other.post("/v1/video/create", CLIP).status()).isEqualTo(403);
        assertThat(other.post("/v1/video/create", CLIP).status()).isEqualTo(200);
    }

    private void arm(Armed armed) {
        COVERED.arm(fixture, armed);
    }

    private long accepted() {
        return fixture.simulator.ledger().count(LedgerKind.ACCEPTED);
    }

    private String create() throws Exception {
        return client.post("/v1/video/create", CLIP).at("/id");
    }

    private JsonNode finished() throws Exception {
        String id = create();
        fixture.clock.advance(Duration.ofSeconds(10));
        return query(id);
    }

    private JsonNode query(String id) throws Exception {
        return client.get("/v1/video/query?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                .json();
    }

    private JsonNode draw() throws Exception {
        return client.post(
                        "/v1beta/models/gemini-3.1-flash-image:generateContent",
                        "{\"contents\":[{\"parts\":[{\"text\":\"A harbour\"}]}],"
                                + "\"generationConfig\":{\"imageConfig\":{\"aspectRatio\":\"16:9\"}}}")
                .json();
    }

    private Answer chat(String more) throws Exception {
        return client.post(
                "/v1/chat/completions",
                "{\"model\":\"gemini-2.5-flash-lite\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],"
                        + "\"response_format\":{\"type\":\"json_object\"}" + more + "}");
    }
}
