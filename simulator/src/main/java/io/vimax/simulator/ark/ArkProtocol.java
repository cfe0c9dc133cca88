package io.vimax.simulator.ark;

import io.vimax.simulator.account.RetryHint;
import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.Protocol;
import io.vimax.simulator.desk.Refusal;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.http.Request;
import io.vimax.simulator.openai.ChatCompletions;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Ark itself, below {@code /ark}. */
public final class ArkProtocol implements Protocol {

    private static final String TASKS = "/api/v3/contents/generations/tasks";

    @Override
    public String name() {
        return "ark";
    }

    @Override
    public Reply answer(Call call) throws InterruptedException {
        String path = call.request().path();
        if (path.equals(TASKS) || path.startsWith(TASKS + "/")) {
            return VideoTasks.answer(call, TASKS);
        }
        return switch (call.route()) {
            case "POST /api/v3/images/generations" -> Seedream.answer(call);
            case "POST /api/v3/chat/completions" -> ChatCompletions.answer(call);
            default -> throw new CallRefused(new Refusal.UnknownPath(call.route()));
        };
    }

    @Override
    public Set<RetryHint> usualHints() {
        return Set.of();
    }

    @Override
    public Reply.Full refuse(Refusal refusal, Request request, String requestId) {
        return switch (refusal) {
            case Refusal.MissingKey(), Refusal.UnknownKey() ->
                error(
                        401,
                        "AuthenticationError",
                        "The API key in the request is missing or invalid",
                        "Unauthorized",
                        requestId);
            case Refusal.OutOfCredit() ->
                error(
                        403,
                        "AccountOverdueError",
                        "The request failed because your account has an overdue balance",
                        "Forbidden",
                        requestId);
            case Refusal.RateLimited limited ->
                error(
                        429,
                        limited.daily() ? "QuotaExceeded" : "ModelAccountRpmRateLimitExceeded",
                        limited.daily()
                                ? "The request has exceeded the quota of " + limited.most() + " a day"
                                : "The request has exceeded the limit of " + limited.most() + " requests per minute",
                        "TooManyRequests",
                        requestId);
            case Refusal.TooManyAtOnce many ->
                error(
                        429,
                        "RequestBurstTooFast",
                        "The number of running tasks has exceeded the limit of " + many.most(),
                        "TooManyRequests",
                        requestId);
            case Refusal.Saturated _ ->
                error(
                        429,
                        "ServerOverloaded",
                        "The service is currently unable to handle additional requests due to server overload",
                        "TooManyRequests",
                        requestId);
            case Refusal.ModelUnavailable(String model) ->
                error(404, "ModelNotOpen", "Your account has not activated " + model, "NotFound", requestId);
            case Refusal.UnknownModel(String model) ->
                error(
                        404,
                        "InvalidEndpointOrModel.NotFound",
                        "The model or endpoint " + model + " does not exist or you do not have access to it",
                        "NotFound",
                        requestId);
            case Refusal.Unacceptable(String field, String message) ->
                error(
                        400,
                        "InvalidParameter",
                        "The parameter `" + field + "` specified in the request is not valid: " + message,
                        "BadRequest",
                        requestId);
            case Refusal.ContentRejected() ->
                error(
                        400,
                        "InputTextSensitiveContentDetected",
                        "The request failed because the input text may contain sensitive information",
                        "BadRequest",
                        requestId);
            case Refusal.JobNotFound(String job) ->
                error(
                        404,
                        "ResourceNotFound",
                        "task_not_exist: the task " + job + " was not found",
                        "NotFound",
                        requestId);
            case Refusal.FileNotFound(String file) ->
                error(404, "ResourceNotFound", "The file " + file + " was not found", "NotFound", requestId);
            case Refusal.NotNow(String message) -> error(409, "OperationDenied", message, "Conflict", requestId);
            case Refusal.UnknownPath(String route) ->
                error(404, "InvalidPath", "The path " + route + " does not exist", "NotFound", requestId);
            case Refusal.UpstreamError() ->
                error(
                        500,
                        "InternalServiceError",
                        "The service encountered an unexpected internal error",
                        "InternalServerError",
                        requestId);
            case Refusal.PlainString(String message) ->
                Json.reply(400, Json.object().put("error", message));
        };
    }

    private static Reply.Full error(int status, String code, String message, String type, String requestId) {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("code", code)
                .put("message", message + ". Request id: " + requestId)
                .put("param", "")
                .put("type", type);
        return Json.reply(status, body);
    }
}
