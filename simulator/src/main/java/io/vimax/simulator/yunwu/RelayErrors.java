package io.vimax.simulator.yunwu;

import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.Refusal;
import io.vimax.simulator.http.Reply;
import tools.jackson.databind.node.ObjectNode;

/** Refusals of the relay: one envelope for what it passes on, another for its own tasks. */
final class RelayErrors {

    private static final String OWN = "new_api_error";

    /** Whether the path is one of the unified tasks. */
    private final boolean tasks;

    private final String requestId;

    RelayErrors(boolean tasks, String requestId) {
        this.tasks = tasks;
        this.requestId = requestId;
    }

    Reply.Full of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.MissingKey() -> relay(401, "未提供令牌", OWN, "");
            case Refusal.UnknownKey() -> relay(401, "无效的令牌", OWN, "");
            case Refusal.OutOfCredit() -> relay(403, "用户额度不足, 剩余额度: ＄0.000000", OWN, "insufficient_user_quota");
            case Refusal.RateLimited limited ->
                relay(
                        429,
                        limited.daily()
                                ? "您已达到每日请求数限制：每天最多请求" + limited.most() + "次"
                                : "您已达到请求数限制：1分钟内最多请求" + limited.most() + "次",
                        OWN,
                        "");
            case Refusal.TooManyAtOnce many ->
                relay(429, "令牌并发数已达上限：" + many.most(), OWN, "token_concurrency_limit_reached");
            case Refusal.Saturated(int status, String claims) ->
                relay(status, "当前分组上游负载已饱和，请稍后再试", claims, status == 429 ? "rate_limit_exceeded" : "");
            case Refusal.ModelUnavailable(String model) ->
                relay(503, "当前分组 default 下对于模型 " + model + " 无可用渠道", OWN, "get_channel_failed");
            case Refusal.UnknownModel(String model) ->
                relay(503, "当前分组 default 下对于模型 " + model + " 无可用渠道", OWN, "model_not_found");
            case Refusal.Unacceptable(String field, String message) ->
                tasks
                        ? task(400, "invalid_request", field + ": " + message)
                        : relay(400, field + ": " + message, "invalid_request_error", "invalid_request");
            case Refusal.ContentRejected() -> relay(400, "检测到敏感词", OWN, "sensitive_words_detected");
            case Refusal.JobNotFound _ -> task(400, "task_not_exist", "task_not_exist");
            case Refusal.NotNow(String message) -> task(400, "invalid_request", message);
            case Refusal.FileNotFound(String file) -> relay(404, "file not found: " + file, OWN, "");
            case Refusal.UnknownPath(String route) ->
                relay(404, "Invalid URL (" + route + ")", "invalid_request_error", "");
            case Refusal.UpstreamError() -> relay(500, "openai_error", "upstream_error", "bad_response_status_code");
            case Refusal.PlainString(String message) ->
                Json.reply(400, Json.object().put("error", message));
        };
    }

    private Reply.Full relay(int status, String message, String type, String code) {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("message", message + " (request id: " + requestId + ")")
                .put("type", type)
                .put("param", "")
                .put("code", code);
        return Json.reply(status, body);
    }

    private static Reply.Full task(int status, String code, String message) {
        return Json.reply(
                status, Json.object().put("code", code).put("message", message).putNull("data"));
    }
}
