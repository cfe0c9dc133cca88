package io.vimax.worker.provider.openai;

import static io.vimax.worker.provider.remote.FailureTable.isNamed;
import static io.vimax.worker.provider.remote.FailureTable.says;
import static io.vimax.worker.provider.remote.FailureTable.status;

import io.vimax.worker.provider.remote.FailureTable;
import io.vimax.worker.provider.remote.FailureTable.Meaning;
import io.vimax.worker.provider.remote.FailureTable.Row;
import java.util.List;

/** What OpenAI and the servers that speak its protocol complain of. */
final class OpenAiFailures {

    static final FailureTable TABLE = FailureTable.of(List.of(
            // Relays behind this protocol say it under any status and type; it is no word about the account.
            new Row(says("负载已饱和", "get_channel_failed"), Meaning.SATURATED),
            new Row(isNamed("model_not_found"), Meaning.BAD_REQUEST),
            new Row(
                    status(400, 403, 422)
                            .and(says(
                                    "content_policy_violation",
                                    "moderation_blocked",
                                    "content_filter",
                                    "safety system",
                                    "敏感词")),
                    Meaning.CONTENT_REJECTED),
            new Row(
                    isNamed("insufficient_quota", "billing_hard_limit_reached", "billing_not_active")
                            .or(says("exceeded your current quota", "insufficient balance", "余额不足")),
                    Meaning.OUT_OF_CREDIT),
            new Row(isNamed("invalid_api_key", "account_deactivated", "invalid_organization"), Meaning.KEY_INVALID),
            new Row(status(429).and(says("concurrent", "concurrency", "并发")), Meaning.CONCURRENCY_LIMITED),
            new Row(status(500, 502, 504, 520, 524), Meaning.UNCLEAR)));

    private OpenAiFailures() {}
}
