package io.vimax.worker.provider.yunwu;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.remote.Finding;
import io.vimax.worker.provider.wire.Complaint;
import io.vimax.worker.provider.wire.Heards;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies as the relays of this family send them, in all their envelopes. */
class RelayFailuresTest {

    /** Class of the failure, and whether it proves that nothing was taken. */
    static Stream<Arguments> bodies() {
        return Stream.of(
                // An overload, under whatever status and type.
                row(429, relay("当前分组上游负载已饱和，请稍后再试", "insufficient_quota", "insufficient_quota"), "Saturated", true),
                row(429, relay("当前分组上游负载已饱和，请稍后再试", "rate_limit_exceeded", "rate_limit_exceeded"), "Saturated", true),
                row(500, relay("当前分组上游负载已饱和，请稍后再试", "upstream_error", ""), "Saturated", true),
                row(500, relay("当前分组上游负载已饱和，请稍后再试", "new_api_error", null), "Saturated", true),
                row(
                        503,
                        relay("当前分组 default 下对于模型 veo3 无可用渠道", "new_api_error", "get_channel_failed"),
                        "Saturated",
                        true),
                row(503, relay("no key", "new_api_error", "channel:no_available_key"), "Saturated", true),
                row(503, relay("The server is overloaded", "server_error", ""), "Saturated", true),
                // A model that nobody serves.
                row(503, relay("当前分组 default 下对于模型 x 无可用渠道", "new_api_error", "model_not_found"), "BadRequest", true),
                row(400, relay("price not set", "new_api_error", "model_price_error"), "BadRequest", true),
                // Money.
                row(
                        403,
                        relay("用户额度不足, 剩余额度: ＄0.000000", "new_api_error", "insufficient_user_quota"),
                        "OutOfCredit",
                        true),
                row(403, relay("token quota", "new_api_error", "pre_consume_token_quota_failed"), "OutOfCredit", true),
                row(403, "{\"error\":\"余额不足\"}", "OutOfCredit", true),
                row(402, relay("Payment required", "", ""), "OutOfCredit", true),
                // Keys.
                row(401, relay("无效的令牌", "new_api_error", ""), "KeyInvalid", true),
                row(401, "{\"error\":{\"message\":\"\"}}", "KeyInvalid", true),
                row(403, relay("denied", "new_api_error", "access_denied"), "KeyInvalid", true),
                row(500, relay("bad key", "new_api_error", "channel:invalid_key"), "KeyInvalid", true),
                // Limits.
                row(429, relay("您已达到请求数限制：1分钟内最多请求60次", "new_api_error", ""), "RateLimited", true),
                row(429, "{\"error\":\"Too Many Requests\"}", "RateLimited", true),
                row(
                        429,
                        relay("令牌并发数已达上限：5", "new_api_error", "token_concurrency_limit_reached"),
                        "ConcurrencyLimited",
                        true),
                row(429, "<html><body>429 Too Many Requests</body></html>", "RateLimited", true),
                // Content.
                row(400, relay("检测到敏感词", "new_api_error", "sensitive_words_detected"), "ContentRejected", true),
                row(400, relay("blocked", "gemini_error", "prompt_blocked"), "ContentRejected", true),
                // Requests.
                row(400, task("invalid_request", "images: veo3-fast takes at most 0 images"), "BadRequest", true),
                row(400, "{\"error\":\"plain words\"}", "BadRequest", true),
                row(404, "<html>404</html>", "BadRequest", true),
                row(302, "", "BadRequest", true),
                row(413, "<html>413 Request Entity Too Large</html>", "BadRequest", true),
                // Trouble that says nothing about the work.
                row(500, relay("openai_error", "upstream_error", "bad_response_status_code"), "Unavailable", false),
                row(500, relay("timeout", "new_api_error", "channel:response_time_exceeded"), "Unavailable", false),
                row(500, task("fail_to_fetch_task", "upstream"), "Unavailable", false),
                row(502, "<html><head><title>502 Bad Gateway</title></head></html>", "Unavailable", false),
                row(504, "<html>504</html>", "Unavailable", false),
                row(524, "error code: 524", "Unavailable", false),
                row(503, "<html>503 Service Unavailable</html>", "Unavailable", false),
                row(200, "\"upstream returned nothing\"", "Unavailable", false),
                row(200, "", "Unavailable", false),
                row(200, "{\"data\":".repeat(100) + "{}" + "}".repeat(100), "Unavailable", false),
                row(200, "{\"error\":{\"message\":\"something\"}}", "Unavailable", false),
                row(403, "<html>Attention required</html>", "Unavailable", true));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void knowsWhatItMeans(int status, String body, String failure, boolean nothingTaken) {
        Finding finding = RelayFailures.TABLE.read(Complaint.of(Heards.heard(status, body)));

        assertThat(finding.failure().getClass().getSimpleName()).isEqualTo(failure);
        assertThat(finding.nothingTaken()).isEqualTo(nothingTaken);
        assertThat(finding.onCreate()).isInstanceOf(nothingTaken ? Submission.Refused.class : Submission.Unknown.class);
        assertThat(finding.failure().detail()).endsWith(".").doesNotContain("<html", "..");
    }

    @Test
    void repeatsNoKeyInItsWords() {
        var complaint = Complaint.of(Heards.heard(
                401, relay("Incorrect API key provided: sk-abcd1234efgh5678. Or sk-ab****5678.", "new_api_error", "")));

        assertThat(RelayFailures.TABLE.read(complaint).failure().detail())
                .contains("[key]")
                .doesNotContain("abcd1234", "5678");
    }

    @Test
    void keepsTheRequestIdForTheRelaysSupport() {
        var complaint = Complaint.of(Heards.heard(400, relay("bad", "new_api_error", "invalid_request")));

        assertThat(complaint.quote()).contains("request id: 20261122000001");
    }

    private static Arguments row(int status, String body, String failure, boolean nothingTaken) {
        return Arguments.of(status, body, failure, nothingTaken);
    }

    private static String relay(String message, String type, @Nullable String code) {
        String codeText = code == null ? "null" : "\"" + code + "\"";
        return "{\"error\":{\"message\":\"" + message + " (request id: 20261122000001)\",\"type\":\"" + type
                + "\",\"param\":\"\",\"code\":" + codeText + "}}";
    }

    private static String task(String code, String message) {
        return "{\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"data\":null}";
    }
}
