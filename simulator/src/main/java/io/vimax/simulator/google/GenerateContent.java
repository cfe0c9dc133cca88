package io.vimax.simulator.google;

import io.vimax.simulator.chat.ChatQuestion;
import io.vimax.simulator.chat.SpokenAnswer;
import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.job.Job;
import io.vimax.simulator.job.Order;
import io.vimax.simulator.model.ModelCard;
import io.vimax.simulator.model.WorkKind;
import io.vimax.simulator.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST .../models/{model}:generateContent} and {@code :streamGenerateContent}. */
public final class GenerateContent {

    private static final int PIECE_LETTERS = 40;

    private GenerateContent() {}

    /**
     * Answers with text or pictures, as the model makes them.
     *
     * @param streamed whether the caller wants events or the elements of a list
     */
    public static Reply answer(Call call, String modelName, boolean streamed) throws InterruptedException {
        call.caller();
        ModelCard model = call.model(modelName, WorkKind.CHAT, WorkKind.IMAGE);
        var request = ContentRequest.read(call, model);
        if (model.kind() == WorkKind.IMAGE) {
            Order order = Order.picture(model, request.question().lastText(), request.size(), request.imageCount());
            return call.intake().now(order, word -> "gen-" + word, job -> {
                ObjectNode body = PictureCandidates.of(call, job);
                body.set("usageMetadata", usage(request.question().letters(), 5160));
                return streamed ? events(call, job, List.of(body)) : Json.reply(200, body);
            });
        }
        return call.intake().now(Order.words(model, request.question().lastText()), word -> "gen-" + word, job -> {
            SpokenAnswer answer = SpokenAnswer.of(call.desk().chat().answer(request.question()), job.strikes());
            return streamed
                    ? events(call, job, pieces(job, request.question(), answer))
                    : Json.reply(200, whole(job, request.question(), answer));
        });
    }

    private static ObjectNode whole(Job job, ChatQuestion question, SpokenAnswer answer) {
        ObjectNode body = words(job, answer.text(), answer.cut() ? "MAX_TOKENS" : "STOP");
        body.set("usageMetadata", usage(question.letters(), answer.text().length()));
        return body;
    }

    private static List<ObjectNode> pieces(Job job, ChatQuestion question, SpokenAnswer answer) {
        var pieces = new ArrayList<ObjectNode>();
        String text = answer.text();
        for (int at = 0; at < text.length(); at += PIECE_LETTERS) {
            boolean last = at + PIECE_LETTERS >= text.length();
            String piece = text.substring(at, Math.min(text.length(), at + PIECE_LETTERS));
            ObjectNode event = words(job, piece, last ? answer.cut() ? "MAX_TOKENS" : "STOP" : "");
            event.set("usageMetadata", usage(question.letters(), at + piece.length()));
            pieces.add(event);
        }
        return pieces;
    }

    private static ObjectNode words(Job job, String text, String finishReason) {
        ObjectNode body = Json.object();
        if (job.strikes().has(Scenario.PROMPT_BLOCKED)) {
            body.putObject("promptFeedback").put("blockReason", "PROHIBITED_CONTENT");
        } else {
            ArrayNode candidates = body.putArray("candidates");
            if (!job.strikes().has(Scenario.EMPTY_CANDIDATES) && !job.strikes().has(Scenario.NO_CHOICES)) {
                ObjectNode candidate = candidates.addObject().put("index", 0);
                var stopped = job.strikes().find(Scenario.SAFETY_STOP);
                if (stopped.isPresent()) {
                    candidate.put("finishReason", stopped.get().argumentOr("SAFETY"));
                } else {
                    ObjectNode content = candidate.putObject("content").put("role", "model");
                    content.putArray("parts").addObject().put("text", text);
                    if (!finishReason.isEmpty()) {
                        candidate.put("finishReason", finishReason);
                    }
                }
            }
        }
        return body.put("modelVersion", job.order().model().name()).put("responseId", job.id());
    }

    /** Four letters are about a token. */
    private static ObjectNode usage(int questionLetters, int answerLetters) {
        int prompt = questionLetters / 4 + 1;
        int answer = answerLetters / 4 + 1;
        return Json.object()
                .put("promptTokenCount", prompt)
                .put("candidatesTokenCount", answer)
                .put("totalTokenCount", prompt + answer);
    }

    private static Reply events(Call call, Job job, List<ObjectNode> pieces) {
        if (!call.request().query("alt").orElse("").equals("sse")) {
            ArrayNode list = Json.object().putArray("list");
            pieces.forEach(list::add);
            return Json.reply(200, list);
        }
        boolean broken = job.strikes().has(Scenario.STREAM_CUT);
        boolean failing = job.strikes().has(Scenario.STREAM_ERROR);
        int end = broken || failing ? pieces.size() / 2 : pieces.size();
        var stream = new Reply.Stream(200, Map.of("Content-Type", "text/event-stream"), sink -> {
            for (ObjectNode piece : pieces.subList(0, end)) {
                sink.send(("data: " + Json.text(piece) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            }
            if (failing) {
                String error = Json.text(GoogleErrors.body(503, "UNAVAILABLE", "The model is overloaded."));
                sink.send(("data: " + error + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        return broken ? new Reply.BrokenStream(stream) : stream;
    }
}
