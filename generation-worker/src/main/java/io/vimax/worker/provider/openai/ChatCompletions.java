package io.vimax.worker.provider.openai;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.remote.FailureTable;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.Reply;
import io.vimax.worker.provider.remote.Result;
import io.vimax.worker.provider.screenplay.ScreenplayAnswer;
import io.vimax.worker.provider.screenplay.ScreenplayQuestion;
import io.vimax.worker.provider.wire.Answer;
import io.vimax.worker.provider.wire.Complaint;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.StrictJson;
import io.vimax.worker.provider.wire.WireCall;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Screenplays by {@code POST /v1/chat/completions}. An answer that cannot be used is told to the model with its faults; each time
 * costs what an answer costs, so it is asked {@value #MOST_ASKED} times at most.
 */
public final class ChatCompletions {

    private static final int MOST_ASKED = 3;
    private static final int MOST_TOLD = 3;

    private final RemoteParts parts;
    private final FailureTable failures;

    public ChatCompletions(RemoteParts parts, FailureTable failures) {
        this.parts = parts;
        this.failures = failures;
    }

    /** What one call brought. */
    private sealed interface Turn {
        record Said(String text, boolean cutOff) implements Turn {}

        record Nothing(Result result) implements Turn {}

        record Failed(Submission submission) implements Turn {}
    }

    public Reply screenplay(Job<Work.Chat> job, Endpoint endpoint, String model) throws InterruptedException {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        add(messages, "system", ScreenplayQuestion.rules());
        add(messages, "user", ScreenplayQuestion.wish(job.work()));
        List<String> faults = List.of();
        for (int asked = 0; asked < MOST_ASKED; asked++) {
            switch (turn(job, endpoint, model, messages)) {
                case Turn.Failed(var submission) -> {
                    return asked == 0
                            ? new Reply.NotMade(submission)
                            : new Reply.Made(new Result.Broke("The model wrote no screenplay that can be filmed ("
                                    + told(faults) + "), and asking it again did not work."));
                }
                case Turn.Nothing(var result) -> {
                    return new Reply.Made(result);
                }
                case Turn.Said(var text, var cutOff) -> {
                    switch (ScreenplayAnswer.read(text, cutOff)) {
                        case ScreenplayAnswer.Reading.Good(var json) -> {
                            return new Reply.Made(new Result.Words(json));
                        }
                        case ScreenplayAnswer.Reading.Faulty(var found) -> {
                            faults = found;
                            add(messages, "assistant", text);
                            add(messages, "user", ScreenplayQuestion.again(found));
                        }
                    }
                }
            }
        }
        return new Reply.Made(new Result.Broke("The model was asked " + MOST_ASKED
                + " times and wrote no screenplay that can be filmed: " + told(faults) + "."));
    }

    private Turn turn(Job<Work.Chat> job, Endpoint endpoint, String model, ArrayNode messages)
            throws InterruptedException {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("model", model).put("stream", false);
        body.set("messages", messages);
        body.putObject("response_format").put("type", "json_object");
        Turn turn = read(send(job, endpoint, body));
        if (refusesTheFormat(turn)) {
            // Older servers do not know the field; nothing was begun, so this is the first call that counts.
            body.remove("response_format");
            return read(send(job, endpoint, body));
        }
        return turn;
    }

    private Answer send(Job<Work.Chat> job, Endpoint endpoint, ObjectNode body) throws InterruptedException {
        return parts.client()
                .send(WireCall.post(
                        endpoint,
                        endpoint.openAiBase() + "/chat/completions",
                        body,
                        job.generationId(),
                        parts.properties().longestWork()));
    }

    private static boolean refusesTheFormat(Turn turn) {
        return turn instanceof Turn.Failed(Submission.Refused(ProviderFailure.BadRequest(var detail)))
                && detail.contains("response_format");
    }

    private Turn read(Answer answer) {
        if (answer instanceof Answer.Heard heard && heard.isOk()) {
            Optional<JsonNode> body = heard.json()
                    .filter(found ->
                            !Complaint.isIn(found) && found.path("choices").isArray());
            if (body.isPresent()) {
                return said(body.get().path("choices").path(0));
            }
        }
        return switch (Reply.of(answer, failures, _ -> Optional.empty())) {
            case Reply.NotMade(var submission) -> new Turn.Failed(submission);
            case Reply.Made(var result) -> new Turn.Nothing(result);
        };
    }

    private static Turn said(JsonNode choice) {
        String reason = StrictJson.text(choice, "finish_reason");
        String refusal = StrictJson.text(choice, "message.refusal");
        String text = StrictJson.text(choice, "message.content");
        if (reason.equals("content_filter") || !refusal.isEmpty()) {
            return new Turn.Nothing(new Result.Rejected(
                    "The model refuses to write this" + (refusal.isEmpty() ? "." : ": " + refusal)));
        }
        return text.isEmpty()
                ? new Turn.Nothing(new Result.Broke("The model answered with nothing."))
                : new Turn.Said(text, reason.equals("length"));
    }

    private static String told(List<String> faults) {
        return String.join("; ", faults.stream().limit(MOST_TOLD).toList());
    }

    private static void add(ArrayNode messages, String role, String content) {
        messages.addObject().put("role", role).put("content", content);
    }
}
