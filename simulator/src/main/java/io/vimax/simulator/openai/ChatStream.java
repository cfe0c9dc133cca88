package io.vimax.simulator.openai;

import io.vimax.simulator.chat.ChatQuestion;
import io.vimax.simulator.chat.SpokenAnswer;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.job.Job;
import io.vimax.simulator.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A chat answer in pieces. */
record ChatStream(Job job, ChatQuestion question, SpokenAnswer answer, long created) {

    private static final int PIECE_LETTERS = 24;

    Reply reply(boolean usage) {
        var stream = new Reply.Stream(
                200,
                Map.of("Content-Type", "text/event-stream", "Cache-Control", "no-cache"),
                sink -> write(sink, usage));
        return job.strikes().has(Scenario.STREAM_CUT) ? new Reply.BrokenStream(stream) : stream;
    }

    private void write(Reply.Sink sink, boolean usage) throws IOException {
        String text = answer.text();
        boolean broken = job.strikes().has(Scenario.STREAM_CUT);
        boolean failing = job.strikes().has(Scenario.STREAM_ERROR);
        int end = broken || failing ? text.length() / 2 : text.length();
        send(sink, chunk(Json.object().put("role", "assistant").put("content", ""), null));
        for (int at = 0; at < end; at += PIECE_LETTERS) {
            String piece = text.substring(at, Math.min(end, at + PIECE_LETTERS));
            send(sink, chunk(Json.object().put("content", piece), null));
        }
        if (broken) {
            return;
        }
        if (failing) {
            ObjectNode error = Json.object();
            error.putObject("error")
                    .put("message", "The server had an error while processing your request")
                    .put("type", "server_error")
                    .putNull("code");
            send(sink, error);
            return;
        }
        send(sink, chunk(Json.object(), ChatCompletions.finishReason(answer)));
        if (usage) {
            ObjectNode last = head();
            last.putArray("choices");
            last.set("usage", ChatCompletions.usage(question, answer));
            send(sink, last);
        }
        sink.send("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode chunk(ObjectNode delta, @Nullable String finishReason) {
        ObjectNode chunk = head();
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.putNull("logprobs").put("finish_reason", finishReason);
        return chunk;
    }

    private ObjectNode head() {
        return Json.object()
                .put("id", job.id())
                .put("object", "chat.completion.chunk")
                .put("created", created)
                .put("model", question.model());
    }

    private static void send(Reply.Sink sink, JsonNode event) throws IOException {
        sink.send(("data: " + Json.text(event) + "\n\n").getBytes(StandardCharsets.UTF_8));
    }
}
