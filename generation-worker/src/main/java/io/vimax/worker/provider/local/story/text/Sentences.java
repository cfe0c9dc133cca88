package io.vimax.worker.provider.local.story.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts text into sentences, and long sentences into breaths, without losing or moving a character that is not blank. */
public final class Sentences {
    private static final Pattern END =
            Pattern.compile("[.!?…]+[\"'”’)\\]*_]*(?=\\s|$)|[。！？…]+[」』”’）]*|[；;](?=\\s|\\p{IsHan})");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?s).*(^|[\\s(\"“])(Mr|Mrs|Ms|Dr|St|Prof|Capt|Sgt|Lt|Jr|Sr|vs|etc|No|Mt|e\\.g|i\\.e|[A-Z])\\.$");
    private static final Pattern PAUSE = Pattern.compile(
            "[,:–—]+(?=\\s)|[，、：]|——|\\s+(?=(?:and|but|because|while|then|so|or|until|when|which|who|that)\\s)");

    private Sentences() {}

    public static List<String> split(String text) {
        var sentences = new ArrayList<String>();
        var start = 0;
        var ends = END.matcher(text);
        while (ends.find()) {
            var sentence = text.substring(start, ends.end());
            if (!ABBREVIATION.matcher(sentence).matches()) {
                add(sentences, sentence);
                start = ends.end();
            }
        }
        add(sentences, text.substring(start));
        return sentences.isEmpty() ? List.of(text) : sentences;
    }

    private static void add(List<String> sentences, String sentence) {
        if (!sentence.isBlank()) {
            sentences.add(sentence.strip());
        }
    }

    /** Pieces that each can be said within {@code mostMs}; cut at pauses, and where there is none, between words. */
    public static List<String> breaths(String sentence, int mostMs) {
        var breaths = new ArrayList<String>();
        var rest = sentence.strip();
        while (ReadingTime.ofLine(rest) > mostMs) {
            var cut = cut(rest, mostMs);
            if (cut <= 0 || cut >= rest.length()) {
                break;
            }
            breaths.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) {
            breaths.add(rest);
        }
        return breaths;
    }

    private static int cut(String text, int mostMs) {
        var best = -1;
        var pauses = PAUSE.matcher(text);
        // Two halves sound better than one long piece and a stump.
        var wish = Math.min(mostMs, Math.max(2500, ReadingTime.ofLine(text) / 2 + 600));
        while (pauses.find() && ReadingTime.ofLine(text.substring(0, pauses.end())) <= mostMs) {
            var length = ReadingTime.ofLine(text.substring(0, pauses.end()));
            if (length >= 1500 && (best < 0 || length <= wish)) {
                best = pauses.end();
            }
        }
        if (best > 0) {
            return best;
        }
        var low = 1;
        for (var at = 1; at < text.length(); at++) {
            var boundary = Character.isWhitespace(text.charAt(at)) || Character.isIdeographic(text.codePointAt(at));
            if (boundary && !Character.isLowSurrogate(text.charAt(at))) {
                if (ReadingTime.ofLine(text.substring(0, at)) > mostMs) {
                    break;
                }
                low = at;
            }
        }
        return low;
    }

    /** The first sentence, without marks of Markdown and not longer than a line may be. */
    public static String logline(String text) {
        var first = split(text).getFirst().replaceAll("[*_#]", "");
        return first.length() <= 180 ? first : first.substring(0, 177).strip() + "...";
    }
}
