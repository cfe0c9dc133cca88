package io.vimax.simulator;

import static io.vimax.simulator.scenario.Armed.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.simulator.PlainClient.Answer;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.scenario.Moment;
import io.vimax.simulator.scenario.Operation;
import io.vimax.simulator.scenario.Scenario;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every trick that takes the place of an answer, over HTTP. The last check fails for a scenario that no test here has armed. */
class CallScenarioTest extends ArmedSimulator {

    private static final CoveredScenarios COVERED = new CoveredScenarios();

    @AfterAll
    static void everyScenarioIsTested() {
        COVERED.requireAll(Moment.CALL);
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

    @Test
    void strikesAsOftenAndWhereItWasArmedFor() throws Exception {
        arm(once(Scenario.OUT_OF_CREDIT).times(2).key("yunwu-a/2"));
        PlainClient other = fixture.client("yunwu", "a2");

        assertThat(client.post("/v1/video/create", CLIP).status()).isEqualTo(200);
        assertThat(other.post("/v1/video/create", CLIP).status()).isEqualTo(403);
        assertThat(other.post("/v1/video/create", CLIP).status()).isEqualTo(403);
        assertThat(other.post("/v1/video/create", CLIP).status()).isEqualTo(200);
    }

    @Override
    CoveredScenarios covered() {
        return COVERED;
    }
}
