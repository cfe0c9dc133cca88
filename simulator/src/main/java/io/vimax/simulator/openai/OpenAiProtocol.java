package io.vimax.simulator.openai;

import io.vimax.simulator.account.RetryHint;
import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.Protocol;
import io.vimax.simulator.desk.Refusal;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.http.Request;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** OpenAI itself, below {@code /openai}. */
public final class OpenAiProtocol implements Protocol {

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public Reply answer(Call call) throws InterruptedException {
        return switch (call.route()) {
            case "POST /v1/chat/completions" -> ChatCompletions.answer(call);
            case "POST /v1/images/generations" -> OpenAiImages.generate(call);
            case "POST /v1/images/edits" -> OpenAiImages.edit(call);
            case "POST /v1/audio/speech" -> SpeechRequests.answer(call);
            case "GET /v1/models" -> ModelList.all(call);
            default -> {
                if (call.route().startsWith("GET /v1/models/")) {
                    yield ModelList.one(call, call.request().path().substring("/v1/models/".length()));
                }
                throw new CallRefused(new Refusal.UnknownPath(call.route()));
            }
        };
    }

    @Override
    public Set<RetryHint> usualHints() {
        return Set.of(RetryHint.RETRY_AFTER, RetryHint.RETRY_AFTER_MS, RetryHint.BODY);
    }

    @Override
    public Reply.Full refuse(Refusal refusal, Request request, String requestId) {
        Reply.Full reply = switch (refusal) {
            case Refusal.MissingKey() ->
                error(401, "You didn't provide an API key.", "invalid_request_error", null, null);
            case Refusal.UnknownKey() ->
                error(401, "Incorrect API key provided.", "invalid_request_error", null, "invalid_api_key");
            case Refusal.OutOfCredit() ->
                error(
                        429,
                        "You exceeded your current quota, please check your plan and billing details.",
                        "insufficient_quota",
                        null,
                        "insufficient_quota");
            case Refusal.RateLimited limited ->
                error(429, rateLimit(limited), "requests", null, "rate_limit_exceeded")
                        .with("x-ratelimit-limit-requests", String.valueOf(limited.most()))
                        .with("x-ratelimit-remaining-requests", "0")
                        .with("x-ratelimit-reset-requests", seconds(limited.retryAfter()));
            case Refusal.TooManyAtOnce many ->
                error(
                        429,
                        "Rate limit reached: too many concurrent requests, at most " + many.most() + "."
                                + again(many.hints(), many.retryAfter()),
                        "requests",
                        null,
                        "rate_limit_exceeded");
            case Refusal.Saturated _ ->
                error(503, "The engine is currently overloaded, please try again later", "server_error", null, null);
            case Refusal.ModelUnavailable _, Refusal.UpstreamError() ->
                error(
                        500,
                        "The server had an error while processing your request. Sorry about that!",
                        "server_error",
                        null,
                        null);
            case Refusal.UnknownModel(String model) ->
                error(
                        404,
                        "The model `" + model + "` does not exist or you do not have access to it.",
                        "invalid_request_error",
                        null,
                        "model_not_found");
            case Refusal.Unacceptable(String field, String message) ->
                error(400, message, "invalid_request_error", field, "invalid_value");
            case Refusal.ContentRejected() ->
                error(
                        400,
                        "Your request was rejected as a result of our safety system.",
                        "image_generation_user_error",
                        null,
                        "moderation_blocked");
            case Refusal.JobNotFound(String job) ->
                error(404, "No such object: " + job, "invalid_request_error", "id", null);
            case Refusal.FileNotFound(String file) ->
                error(404, "No such File object: " + file, "invalid_request_error", "id", null);
            case Refusal.NotNow(String message) -> error(409, message, "invalid_request_error", null, null);
            case Refusal.UnknownPath(String route) ->
                error(404, "Invalid URL (" + route + ")", "invalid_request_error", null, null);
            case Refusal.PlainString(String message) ->
                Json.reply(400, Json.object().put("error", message));
        };
        return reply.with("x-request-id", "req_" + requestId);
    }

    private static String rateLimit(Refusal.RateLimited limited) {
        String measure = limited.daily() ? "requests per day (RPD)" : "requests per min (RPM)";
        return "Rate limit reached on " + measure + ": Limit " + limited.most() + ", Used " + limited.most()
                + ", Requested 1." + again(limited.hints(), limited.retryAfter());
    }

    private static String again(Set<RetryHint> hints, Duration retryAfter) {
        return hints.contains(RetryHint.BODY) ? " Please try again in " + seconds(retryAfter) + "." : "";
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + "s";
    }

    private static Reply.Full error(
            int status, String message, String type, @Nullable String param, @Nullable String code) {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("message", message)
                .put("type", type)
                .put("param", param)
                .put("code", code);
        return Json.reply(status, body);
    }
}
