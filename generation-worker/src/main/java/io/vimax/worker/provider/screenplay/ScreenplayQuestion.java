package io.vimax.worker.provider.screenplay;

import io.vimax.worker.provider.Work;
import java.util.List;

/** What a chat model is told. */
public final class ScreenplayQuestion {

    /** The longest shot that the clip models of the day make. */
    private static final int LONGEST_SHOT_MS = 8_000;

    private static final int SHORTEST_SHOT_MS = 2_500;
    private static final int USUAL_FILM_SECONDS = 30;

    /** Title card, end card and the dissolves between scenes take about this much of a film, milliseconds. */
    private static final int CARDS_MS = 4_500;

    private ScreenplayQuestion() {}

    /** The rules of the form, for the model's system message. */
    public static String rules() {
        return """
                You write screenplays for very short films. Answer with one JSON object and nothing else: no Markdown, no words \
                before or after it. Its form, where every field is required:
                {"format": "vimax-screenplay/1", "title": text, "logline": one sentence, "language": "en" or "zh",
                 "palette": one word for colours and sounds,
                 "characters": [{"name": text, "description": text, "look": what one sees of them}],
                 "scenes": [{"heading": text, "place": text, "time_of_day": %s, "weather": %s, "interior": true or false,
                   "mood": %s, "act": %s, "summary": text,
                   "shots": [{"description": what the picture shows, complete in itself, "framing": %s, "camera_move": %s,
                     "people": [names of characters in the picture], "duration_ms": whole number from %d to %d,
                     "lines": [{"speaker": name, or "Narrator", "kind": %s, "text": words to be spoken}]}]}]}
                A line needs about 400 ms for each word, and must fit into its shot. "lines" and "people" may be empty lists. \
                Everything that a viewer reads or hears is in the language of the film; the words of the fixed choices are not \
                translated.""".formatted(
                        choice(Words.TIMES_OF_DAY),
                        choice(Words.WEATHERS),
                        choice(Words.MOODS),
                        choice(Words.ACTS),
                        choice(Words.FRAMINGS),
                        choice(Words.CAMERA_MOVES),
                        SHORTEST_SHOT_MS,
                        LONGEST_SHOT_MS,
                        choice(Words.LINE_KINDS));
    }

    /** The wish, for the user's message. */
    public static String wish(Work.Chat chat) {
        var wish = new StringBuilder();
        long filmMs = chat.filmDurationMs() == null ? USUAL_FILM_SECONDS * 1_000L : chat.filmDurationMs();
        if (chat.sourceText() != null) {
            wish.append("Split this text into a film. Keep its words and their order; invent nothing.");
            if (chat.filmDurationMs() != null) {
                wish.append(length(filmMs));
            }
        } else {
            wish.append("Tell a story from this idea.").append(length(filmMs));
        }
        Integer scenes = chat.sceneCount();
        if (scenes != null) {
            wish.append(" It has exactly ").append(scenes).append(scenes == 1 ? " scene." : " scenes.");
        }
        wish.append(
                switch (chat.language()) {
                    case "zh" -> " The film is in Chinese.";
                    case "en" -> " The film is in English.";
                    default -> " The film is in the language of the text below.";
                });
        if (!chat.style().isBlank()) {
            wish.append(" The pictures are in the style: ").append(chat.style()).append('.');
        }
        String text = chat.sourceText() != null ? chat.sourceText() : String.valueOf(chat.idea());
        return wish.append("\n\n").append(text.strip()).toString();
    }

    private static String length(long filmMs) {
        return " The duration_ms of all shots together are about " + Math.max(SHORTEST_SHOT_MS, filmMs - CARDS_MS)
                + ".";
    }

    /** What the model is told when its answer cannot be used. */
    public static String again(List<String> faults) {
        return "That cannot be used: " + String.join("; ", faults)
                + ". Answer again with the whole JSON object, mended, and nothing else.";
    }

    private static String choice(List<String> words) {
        return "one of " + String.join(", ", words);
    }
}
