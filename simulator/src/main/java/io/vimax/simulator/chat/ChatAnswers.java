package io.vimax.simulator.chat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the text of a chat answer. Called by many threads at the same time; the same question should give the same text.
 * When the simulator runs alone it takes the first that {@link java.util.ServiceLoader} finds.
 */
@FunctionalInterface
public interface ChatAnswers {

    String answer(ChatQuestion question);

    /** Repeats the beginning of the question, as JSON where that is asked for. */
    static ChatAnswers plain() {
        return question -> {
            String text = question.lastText().strip().replaceAll("\\s+", " ");
            String begin = text.length() > 120 ? text.substring(0, 120) : text;
            return question.jsonWanted()
                    ? "{\"answer\":" + JsonMapper.shared().writeValueAsString(begin) + "}"
                    : "You said: " + begin;
        };
    }

    /** Answers in turn; the last one again and again. */
    static ChatAnswers inTurn(String... answers) {
        List<String> all = List.of(answers);
        var next = new AtomicInteger();
        return _ -> all.get(Math.min(next.getAndIncrement(), all.size() - 1));
    }
}
