package io.vimax.worker.provider.yunwu;

import static io.vimax.worker.provider.remote.FailureTable.isNamed;
import static io.vimax.worker.provider.remote.FailureTable.says;
import static io.vimax.worker.provider.remote.FailureTable.status;

import io.vimax.worker.provider.remote.FailureTable;
import io.vimax.worker.provider.remote.FailureTable.Meaning;
import io.vimax.worker.provider.remote.FailureTable.Row;
import java.util.List;

/**
 * What the relays of yunwu's family complain of. Words come before types and statuses, which they use freely: an overload comes as
 * 429 or 500, and as {@code insufficient_quota} too.
 */
final class RelayFailures {

    static final FailureTable TABLE = FailureTable.of(List.of(
            new Row(says("负载已饱和", "上游负载", "upstream load is saturated"), Meaning.SATURATED),
            // Nobody serves it, under whatever status: waiting will not help, another model will.
            new Row(isNamed("model_not_found", "model_price_error"), Meaning.BAD_REQUEST),
            new Row(says("get_channel_failed", "channel:no_available_key", "无可用渠道"), Meaning.SATURATED),
            new Row(
                    says(
                            "sensitive_words_detected",
                            "prompt_blocked",
                            "敏感词",
                            "content_policy_violation",
                            "moderation_blocked"),
                    Meaning.CONTENT_REJECTED),
            new Row(
                    isNamed("insufficient_user_quota", "pre_consume_token_quota_failed")
                            .or(says("余额不足", "额度不足", "额度已用尽")),
                    Meaning.OUT_OF_CREDIT),
            new Row(
                    isNamed("channel:invalid_key", "access_denied", "invalid_api_key")
                            .or(says("无效的令牌", "令牌已过期", "令牌状态不可用", "未提供令牌")),
                    Meaning.KEY_INVALID),
            new Row(
                    isNamed("token_concurrency_limit_reached").or(status(429).and(says("并发", "concurren"))),
                    Meaning.CONCURRENCY_LIMITED),
            // The upstream took long, broke, or answered with something: the job may be there.
            new Row(
                    says("response_time_exceeded", "bad_response_status_code", "bad_response_body", "empty_response")
                            .and(status(400, 429).negate()),
                    Meaning.UNCLEAR),
            new Row(status(403).and(says("insufficient_quota", "quota")), Meaning.OUT_OF_CREDIT)));

    private RelayFailures() {}
}
