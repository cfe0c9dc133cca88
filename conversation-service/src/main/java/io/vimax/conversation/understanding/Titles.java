package io.vimax.conversation.understanding;

import static io.vimax.conversation.understanding.Remainder.pattern;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the title: what stands in quotes after a word that names the film, or between 《 and 》. */
final class Titles {

    private static final String QUOTED =
            "(?:[\"“„«「『]([^\"”“»」』\\n]{1,200})[\"”“»」』]|(?<!\\w)['‘]([^'’\\n]{1,200})['’](?!\\w))";
    private static final String FILM = "(?:film|movie|video|episode|short|story|clip|animation|it)";
    private static final String TO_THE_STOP = "([^.,;!?，。；！？\\n]{1,80})";

    private static final List<Pattern> FORMS = List.of(
            pattern("(?:(?:标题|题目|片名|名字|名叫|叫做?|题为)\\s*(?:是|为|叫做?|[:：])?\\s*)?《([^》\\n]{1,200})》"),
            pattern("\\b(?:titled|entitled)\\s*:?\\s*" + QUOTED),
            pattern("\\b(?:the )?title\\s*(?:is|should be|[:=])?\\s*" + QUOTED),
            pattern("\\b(?:call|name|title) " + FILM + "\\s+" + QUOTED),
            pattern("(?<=\\b" + FILM + " )(?:is )?(?:called|named)\\s+" + QUOTED),
            pattern("^\\s*" + QUOTED + "(?=\\s*(?:$|[,.:;–—-]))"),
            pattern("(?:标题|题目|片名|名字|题为|(?:片子?|电影|故事|视频|动画|它)(?:就?名?叫做?))\\s*(?:是|为|叫做?|[:：])?\\s*" + QUOTED),
            pattern("\\b(?:call|name|title) it ((?-i:[A-Z])[^.,;!?\\n]{0,80})"),
            pattern("\\b(?:the )?title\\s*(?:is|should be|[:=])\\s*" + TO_THE_STOP),
            pattern("(?:标题|题目|片名)\\s*(?:是|为|叫做?|[:：])\\s*" + TO_THE_STOP));

    private Titles() {}

    static Optional<String> take(Remainder rest) {
        return FORMS.stream()
                .map(rest::take)
                .flatMap(Optional::stream)
                .map(Titles::words)
                .filter(title -> !title.isEmpty())
                .reduce((first, _) -> first);
    }

    private static String words(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            String words = found.group(group);
            if (words != null) {
                return words.strip();
            }
        }
        return "";
    }
}
