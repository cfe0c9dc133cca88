package io.vimax.conversation.understanding;

import static io.vimax.conversation.understanding.Remainder.pattern;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds how long a film shall be, in seconds. */
final class Lengths {

    private static final String EN = Numbers.ENGLISH;
    /** "a second chance" names no length. */
    private static final String EN_COUNTED = EN.replace("|an?)", ")");

    private static final String ZH = Numbers.CHINESE;
    private static final String NOT_STORY_TIME_BEFORE = "(?<!\\b(?:every|within|next|last|after) )(?<![\\w.])";
    private static final String NOT_STORY_TIME =
            "(?!\\s*(?:later|ago|before|after|earlier|past|from now|left|until|apart"
                    + "|to (?:live|go|escape|save|find|get|spare)|of (?:silence|fame|peace))\\b)";
    private static final String NOT_STORY_TIME_ZH = "(?!\\s*(?:后|之后|以后|前|之前|以前|的(?:沉默|寂静|生命|记忆)))";

    private record Form(Pattern pattern, ToDoubleFunction<MatchResult> seconds) {}

    private static final List<Form> FORMS = List.of(
            new Form(pattern("\\bhalf[ -](?:an? )?hour\\b" + NOT_STORY_TIME), _ -> 1_800),
            new Form(pattern("\\bhalf[ -](?:a )?minute\\b" + NOT_STORY_TIME), _ -> 30),
            new Form(
                    pattern(NOT_STORY_TIME_BEFORE + "(" + EN + ") and a half minutes?\\b" + NOT_STORY_TIME),
                    found -> 60 * number(found, 1) + 30),
            new Form(
                    pattern(NOT_STORY_TIME_BEFORE + "(" + EN + ")\\s*-?\\s*minutes? and a half\\b" + NOT_STORY_TIME),
                    found -> 60 * number(found, 1) + 30),
            new Form(
                    pattern(NOT_STORY_TIME_BEFORE + "(" + EN + ")\\s*-?\\s*min(?:ute)?s?\\b(?:\\s*(?:and )?("
                            + EN_COUNTED + ")\\s*-?\\s*(?:seconds?|secs?|s)\\b)?" + NOT_STORY_TIME),
                    found -> 60 * number(found, 1) + number(found, 2)),
            new Form(
                    pattern(NOT_STORY_TIME_BEFORE + "(" + EN_COUNTED + ")\\s*-?\\s*(?:seconds?|secs?)\\b"
                            + NOT_STORY_TIME),
                    found -> number(found, 1)),
            // "in the 80s" is a time of a story.
            new Form(
                    pattern("(?<!\\b(?:the|early|late|mid)[ -])(?<![\\w.])(\\d{1,3})\\s?s\\b"),
                    found -> number(found, 1)),
            new Form(
                    pattern(NOT_STORY_TIME_BEFORE + "(" + EN + ")\\s*-?\\s*(?:hours?|hrs?)\\b" + NOT_STORY_TIME),
                    found -> 3_600 * number(found, 1)),
            new Form(pattern("(" + ZH + ")\\s*个?\\s*小时" + NOT_STORY_TIME_ZH), found -> 3_600 * number(found, 1)),
            new Form(pattern("半\\s*分钟?" + NOT_STORY_TIME_ZH), _ -> 30),
            new Form(
                    pattern("(" + ZH + ")\\s*分(?:钟)?半(?:钟)?" + NOT_STORY_TIME_ZH), found -> 60 * number(found, 1) + 30),
            new Form(
                    pattern("(" + ZH + ")\\s*分钟?\\s*(" + ZH + ")\\s*秒钟?" + NOT_STORY_TIME_ZH),
                    found -> 60 * number(found, 1) + number(found, 2)),
            new Form(pattern("(" + ZH + ")\\s*分钟" + NOT_STORY_TIME_ZH), found -> 60 * number(found, 1)),
            new Form(pattern("(?<!最后|每|第)(" + ZH + ")\\s*秒钟?" + NOT_STORY_TIME_ZH), found -> number(found, 1)));

    private static final Pattern VAGUE = pattern(
            "\\b(?:short|brief|quick|long|lengthy)\\b(?=\\s+(?:film|movie|video|clip|episode|animation|piece|one)\\b)"
                    + "|\\b(?:keep|make) it (?:a bit )?(?:short|long|brief|longer|shorter|quick)\\b"
                    + "|\\bnot too (?:long|short)\\b|\\ba bit (?:longer|shorter)\\b"
                    + "|^\\s*(?:short|long|brief|quick)\\s*[.!]?\\s*$"
                    + "|短片|短视频|简短|[短长]一?点儿?|[短长]一些|长片|(?:别|不要)太[长短]|短短的");
    private static final Pattern BARE_NUMBER = pattern(
            "^\\D{0,12}?(\\d{1,3})\\D{0,4}$|^\\s*(" + EN_COUNTED + ")\\s*[.!]?\\s*$|^\\s*(" + ZH + ")\\s*[。！]?\\s*$");

    private Lengths() {}

    /** Whole seconds, or empty when none are named. */
    static OptionalInt take(Remainder rest) {
        Double seconds = null;
        for (Form form : FORMS) {
            var found = rest.take(form.pattern());
            if (found.isPresent()) {
                seconds = form.seconds().applyAsDouble(found.get());
            }
        }
        return seconds == null ? OptionalInt.empty() : OptionalInt.of((int) Math.round(seconds));
    }

    /** A number without a unit, which counts as seconds when the length was asked. */
    static OptionalInt takeAnswer(Remainder rest) {
        return rest.take(BARE_NUMBER)
                .map(found -> OptionalInt.of((int) Math.round(Numbers.parse(firstGroup(found)))))
                .orElse(OptionalInt.empty());
    }

    /** Whether a length is wished that is none. */
    static boolean takeVague(Remainder rest) {
        return rest.take(VAGUE).isPresent();
    }

    private static double number(MatchResult found, int group) {
        String words = found.groupCount() < group ? null : found.group(group);
        return words == null ? 0 : Numbers.parse(words);
    }

    private static String firstGroup(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            @Nullable String words = found.group(group);
            if (words != null) {
                return words;
            }
        }
        return Objects.requireNonNull(found.group());
    }
}
