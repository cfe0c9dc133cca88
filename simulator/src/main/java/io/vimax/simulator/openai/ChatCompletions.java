package io.vimax.simulator.openai;

import io.vimax.simulator.chat.ChatQuestion;
import io.vimax.simulator.chat.SpokenAnswer;
import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.job.Job;
import io.vimax.simulator.job.Order;
import io.vimax.simulator.model.ModelCard;
import io.vimax.simulator.model.WorkKind;
import io.vimax.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST .../chat/completions}, whole or as server-sent events. */
public final class ChatCompletions {

    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool");

    private ChatCompletions() {}

    public static Reply answer(Call call) throws InterruptedException {
        call.caller();
        JsonNode body = call.json();
        ModelCard model = call.model(Json.required(body, "model"), WorkKind.CHAT);
        var question = new ChatQuestion(model.provider(), model.name(), messages(body), jsonWanted(body), body);
        boolean streamed = body.path("stream").asBoolean(false);
        return call.intake().now(Order.words(model, question.lastText()), word -> "chatcmpl-" + word, job -> {
            SpokenAnswer answer = SpokenAnswer.of(call.desk().chat().answer(question), job.strikes());
            long created = job.begins().getEpochSecond();
            if (streamed) {
                boolean usage =
                        body.path("stream_options").path("include_usage").asBoolean(false);
                return new ChatStream(job, question, answer, created).reply(usage);
            }
            return Json.reply(200, whole(job, question, answer, created));
        });
    }

    private static ObjectNode whole(Job job, ChatQuestion question, SpokenAnswer answer, long created) {
        ObjectNode body = Json.object()
                .put("id", job.id())
                .put("object", "chat.completion")
                .put("created", created)
                .put("model", question.model());
        var choices = body.putArray("choices");
        if (!job.strikes().has(Scenario.NO_CHOICES)) {
            ObjectNode choice = choices.addObject().put("index", 0);
            choice.putObject("message")
                    .put("role", "assistant")
                    .put("content", answer.text())
                    .putNull("refusal");
            choice.putNull("logprobs").put("finish_reason", finishReason(answer));
        }
        body.set("usage", usage(question, answer));
        return body;
    }

    static String finishReason(SpokenAnswer answer) {
        return answer.cut() ? "length" : "stop";
    }

    /** Four letters are about a token. */
    static ObjectNode usage(ChatQuestion question, SpokenAnswer answer) {
        int prompt = question.letters() / 4 + 3;
        int completion = answer.text().length() / 4 + 1;
        return Json.object()
                .put("prompt_tokens", prompt)
                .put("completion_tokens", completion)
                .put("total_tokens", prompt + completion);
    }

    private static List<ChatQuestion.Message> messages(JsonNode body) {
        JsonNode list = body.path("messages");
        if (!list.isArray() || list.isEmpty()) {
            throw CallRefused.unacceptable("messages", "messages is required and must not be empty");
        }
        var messages = new ArrayList<ChatQuestion.Message>();
        for (int i = 0; i < list.size(); i++) {
            String field = "messages[" + i + "]";
            String role = Json.string(list.get(i), "role").orElse("");
            if (!ROLES.contains(role)) {
                throw CallRefused.unacceptable(field + ".role", "Invalid role '" + role + "'");
            }
            messages.add(new ChatQuestion.Message(role, content(list.get(i), field + ".content")));
        }
        return messages;
    }

    private static String content(JsonNode message, String field) {
        JsonNode content = message.path("content");
        if (content.isString()) {
            return content.stringValue();
        }
        if (content.isArray()) {
            return StreamSupport.stream(content.spliterator(), false)
                    .map(part -> Json.string(part, "text").orElse(""))
                    .collect(Collectors.joining("\n"));
        }
        if (message.has("tool_calls")) {
            return "";
        }
        throw CallRefused.unacceptable(field, "content must be a text or a list of parts");
    }

    private static boolean jsonWanted(JsonNode body) {
        return Json.string(body.path("response_format"), "type").orElse("text").startsWith("json");
    }
}
