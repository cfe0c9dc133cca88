package io.vimax.simulator.google;

import io.vimax.simulator.account.RetryHint;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.Refusal;
import io.vimax.simulator.http.Reply;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Refusals as {@code google.rpc.Status} in JSON. */
final class GoogleErrors {

    private GoogleErrors() {}

    static Reply.Full of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.MissingKey() ->
                error(
                        403,
                        "PERMISSION_DENIED",
                        "Method doesn't allow unregistered callers. Please use API Key or other form of API consumer identity to call this API.");
            case Refusal.UnknownKey() -> unknownKey();
            case Refusal.OutOfCredit() ->
                error(
                        429,
                        "RESOURCE_EXHAUSTED",
                        "Your prepayment credits are depleted. Please check your plan and billing details.");
            case Refusal.RateLimited limited ->
                exhausted(
                        limited.daily()
                                ? "GenerateRequestsPerDayPerProjectPerModel"
                                : "GenerateRequestsPerMinutePerProjectPerModel",
                        limited.most(),
                        limited.hints(),
                        limited.retryAfter());
            case Refusal.TooManyAtOnce many ->
                exhausted("ConcurrentRequestsPerProjectPerModel", many.most(), many.hints(), many.retryAfter());
            case Refusal.Saturated _, Refusal.ModelUnavailable _ ->
                error(503, "UNAVAILABLE", "The model is overloaded. Please try again later.");
            case Refusal.UnknownModel(String model) ->
                error(
                        404,
                        "NOT_FOUND",
                        "models/" + model
                                + " is not found for API version v1beta, or is not supported for this method.");
            case Refusal.Unacceptable(String field, String message) ->
                error(400, "INVALID_ARGUMENT", "* " + field + ": " + message);
            case Refusal.ContentRejected() ->
                error(
                        400,
                        "INVALID_ARGUMENT",
                        "The prompt could not be submitted. It may contain words that violate our usage guidelines.");
            case Refusal.JobNotFound(String job) ->
                error(404, "NOT_FOUND", "The operation " + job + " does not exist.");
            case Refusal.FileNotFound(String file) ->
                error(
                        403,
                        "PERMISSION_DENIED",
                        "You do not have permission to access the File " + file + " or it may not exist.");
            case Refusal.NotNow(String message) -> error(400, "FAILED_PRECONDITION", message);
            case Refusal.UnknownPath(String route) -> error(404, "NOT_FOUND", "No method for " + route);
            case Refusal.UpstreamError() -> error(500, "INTERNAL", "An internal error has occurred.");
            case Refusal.PlainString(String message) ->
                Json.reply(400, Json.object().put("error", message));
        };
    }

    static ObjectNode body(int status, String name, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", status).put("message", message).put("status", name);
        return body;
    }

    private static Reply.Full error(int status, String name, String message) {
        return Json.reply(status, body(status, name, message));
    }

    private static Reply.Full unknownKey() {
        ObjectNode body = body(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.");
        details(body)
                .addObject()
                .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                .put("reason", "API_KEY_INVALID")
                .put("domain", "googleapis.com");
        return Json.reply(400, body);
    }

    private static Reply.Full exhausted(String quota, int most, Set<RetryHint> hints, Duration retryAfter) {
        ObjectNode body = body(
                429,
                "RESOURCE_EXHAUSTED",
                "You exceeded your current quota. * Quota exceeded for metric: generativelanguage.googleapis.com/generate_requests, limit: "
                        + most);
        ArrayNode details = details(body);
        details.addObject()
                .put("@type", "type.googleapis.com/google.rpc.QuotaFailure")
                .putArray("violations")
                .addObject()
                .put("quotaMetric", "generativelanguage.googleapis.com/generate_requests")
                .put("quotaId", quota)
                .put("quotaValue", String.valueOf(most));
        if (hints.contains(RetryHint.BODY)) {
            details.addObject()
                    .put("@type", "type.googleapis.com/google.rpc.RetryInfo")
                    .put("retryDelay", RetryHint.secondsUp(retryAfter) + "s");
        }
        return Json.reply(429, body);
    }

    private static ArrayNode details(ObjectNode body) {
        return ((ObjectNode) body.get("error")).putArray("details");
    }
}
