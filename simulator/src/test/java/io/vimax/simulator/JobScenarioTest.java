package io.vimax.simulator;

import static io.vimax.simulator.scenario.Armed.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.simulator.PlainClient.Answer;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.media.Stamp;
import io.vimax.simulator.scenario.Moment;
import io.vimax.simulator.scenario.Scenario;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every trick that goes with an accepted piece of work, over HTTP. The last check fails for a scenario that no test here has armed. */
class JobScenarioTest extends ArmedSimulator {

    private static final CoveredScenarios COVERED = new CoveredScenarios();

    @AfterAll
    static void everyScenarioIsTested() {
        COVERED.requireAll(Moment.JOB, Scenario.DOUBLE_WEBHOOK, Scenario.LYING_WEBHOOK, Scenario.NO_WEBHOOK);
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

    @Override
    CoveredScenarios covered() {
        return COVERED;
    }
}
