package io.vimax.simulator.yunwu;

import io.vimax.simulator.account.RetryHint;
import io.vimax.simulator.ark.Seedream;
import io.vimax.simulator.ark.VideoTasks;
import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.Protocol;
import io.vimax.simulator.desk.Refusal;
import io.vimax.simulator.google.GenerateContent;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.http.Request;
import io.vimax.simulator.openai.ChatCompletions;
import io.vimax.simulator.openai.ModelList;
import io.vimax.simulator.openai.SpeechRequests;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The relay, below {@code /yunwu}. */
public final class YunwuProtocol implements Protocol {

    private static final String TASKS = "/volc/v1/contents/generations/tasks";
    private static final Pattern GEMINI =
            Pattern.compile("POST /v1beta/models/([^/:]+):(generateContent|streamGenerateContent)");

    @Override
    public String name() {
        return "yunwu";
    }

    @Override
    public Reply answer(Call call) throws InterruptedException {
        String path = call.request().path();
        if (path.equals(TASKS) || path.startsWith(TASKS + "/")) {
            return VideoTasks.answer(call, TASKS);
        }
        Matcher gemini = GEMINI.matcher(call.route());
        if (gemini.matches()) {
            boolean streamed = "streamGenerateContent".equals(gemini.group(2));
            return GenerateContent.answer(call, String.valueOf(gemini.group(1)), streamed);
        }
        return switch (call.route()) {
            case "POST /v1/video/create" -> UnifiedVideo.create(call);
            case "GET /v1/video/query" -> UnifiedVideo.query(call);
            case "POST /v1/chat/completions" -> ChatCompletions.answer(call);
            case "POST /v1/images/generations" -> Seedream.answer(call);
            case "POST /v1/audio/speech" -> SpeechRequests.answer(call);
            case "GET /v1/models" -> ModelList.all(call);
            default -> throw new CallRefused(new Refusal.UnknownPath(call.route()));
        };
    }

    /** Google's SDKs send the key in a header of their own, which the relay takes on their paths. */
    @Override
    public Optional<String> secret(Request request) {
        return Protocol.super
                .secret(request)
                .or(() -> request.path().startsWith("/v1beta/")
                        ? request.header("x-goog-api-key").or(() -> request.query("key"))
                        : Optional.empty());
    }

    /** Nothing of the kind was ever seen. */
    @Override
    public Set<RetryHint> usualHints() {
        return Set.of();
    }

    @Override
    public Reply.Full refuse(Refusal refusal, Request request, String requestId) {
        return new RelayErrors(request.path().startsWith("/v1/video/"), requestId).of(refusal);
    }
}
