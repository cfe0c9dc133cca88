package io.vimax.worker.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.remote.Finding;
import io.vimax.worker.provider.wire.Complaint;
import io.vimax.worker.provider.wire.Heards;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies as OpenAI and servers that speak its protocol send them. */
class OpenAiFailuresTest {

    static Stream<Arguments> bodies() {
        return Stream.of(
                row(
                        401,
                        error("Incorrect API key provided.", "invalid_request_error", "invalid_api_key"),
                        "KeyInvalid",
                        true),
                row(401, error("You didn't provide an API key.", "invalid_request_error", null), "KeyInvalid", true),
                row(
                        429,
                        error(
                                "Rate limit reached on requests per min (RPM): Limit 3.",
                                "requests",
                                "rate_limit_exceeded"),
                        "RateLimited",
                        true),
                row(
                        429,
                        error(
                                "Rate limit reached: too many concurrent requests, at most 5.",
                                "requests",
                                "rate_limit_exceeded"),
                        "ConcurrencyLimited",
                        true),
                row(
                        429,
                        error(
                                "You exceeded your current quota, please check your plan.",
                                "insufficient_quota",
                                "insufficient_quota"),
                        "OutOfCredit",
                        true),
                row(429, error("当前分组上游负载已饱和，请稍后再试", "insufficient_quota", "insufficient_quota"), "Saturated", true),
                row(
                        400,
                        error(
                                "Billing hard limit has been reached",
                                "billing_limit_user_error",
                                "billing_hard_limit_reached"),
                        "OutOfCredit",
                        true),
                row(
                        402,
                        "{\"error\":{\"message\":\"Insufficient Balance\",\"type\":\"unknown_error\",\"code\":\"invalid_request_error\"}}",
                        "OutOfCredit",
                        true),
                row(
                        400,
                        error(
                                "Your request was rejected as a result of our safety system.",
                                "image_generation_user_error",
                                "moderation_blocked"),
                        "ContentRejected",
                        true),
                row(
                        400,
                        error("violation", "invalid_request_error", "content_policy_violation"),
                        "ContentRejected",
                        true),
                row(
                        404,
                        error(
                                "The model `x` does not exist or you do not have access to it.",
                                "invalid_request_error",
                                "model_not_found"),
                        "BadRequest",
                        true),
                row(404, "{\"error\":\"model 'llama3' not found, try pulling it first\"}", "BadRequest", true),
                row(422, "{\"detail\":[{\"msg\":\"field required\"}]}", "BadRequest", true),
                row(
                        503,
                        error("The engine is currently overloaded, please try again later", "server_error", null),
                        "Saturated",
                        true),
                row(
                        500,
                        error("The server had an error while processing your request.", "server_error", null),
                        "Unavailable",
                        false),
                row(503, error("Service unavailable", "server_error", null), "Unavailable", false),
                row(502, "<html>502</html>", "Unavailable", false),
                row(200, error("late trouble", "server_error", null), "Unavailable", false));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void knowsWhatItMeans(int status, String body, String failure, boolean nothingTaken) {
        Finding finding = OpenAiFailures.TABLE.read(Complaint.of(Heards.heard(status, body)));

        assertThat(finding.failure().getClass().getSimpleName()).isEqualTo(failure);
        assertThat(finding.nothingTaken()).isEqualTo(nothingTaken);
    }

    private static Arguments row(int status, String body, String failure, boolean nothingTaken) {
        return Arguments.of(status, body, failure, nothingTaken);
    }

    private static String error(String message, String type, @Nullable String code) {
        return "{\"error\":{\"message\":\"" + message + "\",\"type\":\"" + type + "\",\"param\":null,\"code\":"
                + (code == null ? "null" : "\"" + code + "\"") + "}}";
    }
}
