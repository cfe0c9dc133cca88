package io.vimax.conversation.understanding;

import static io.vimax.conversation.understanding.Remainder.pattern;

import io.vimax.conversation.brief.BriefChange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a pasted script from an idea. */
final class Scripts {

    private static final int LINES_OF_A_SCRIPT = 8;

    /** Characters that are searched for wishes before a script; it also keeps hostile text from costing time. */
    private static final int LONGEST_PREFACE = 2_000;

    private static final Pattern SLUGLINE = pattern("^#*+\\s*+(?:(?:INT|EXT|INT\\.?/EXT|I/E)[. ].+|SCENE\\s+\\d+.*"
            + "|第\\s*[一二三四五六七八九十\\d]+\\s*[场幕].*|场景\\s*[一二三四五六七八九十\\d]+.*|[内外]景.*)$");
    private static final Pattern CUE =
            pattern("^(?!(?:title|length|ratio|style|language|idea|seconds|scenes|seed|标题|时长|长度|比例|语言|风格|想法)\\s*[:：])"
                    + "\\p{L}[\\p{L} .'’·]{0,24}[:：]\\s*\\S.*$");
    private static final Pattern MARK = pattern("(?:^|\\n|[.,!。，！])[ \\t]*+"
            + "(?:here(?:'s| is) (?:my|the|a) script|(?:my|the) script(?: is)?|script|以下是剧本|剧本如下|剧本|脚本)[ \\t]*[:：]");
    private static final Pattern FOUNTAIN_TITLE = pattern("(?s)^\\s*(?:title|标题)\\s*[:：]\\s*([^\\n]{1,200})\\n.*$");

    /**
     * @param before what was said before the script
     * @param title what the script's own title page says
     */
    record Found(String before, String script, Optional<String> title) {}

    private Scripts() {}

    static Optional<Found> find(String text) {
        Matcher mark = MARK.matcher(text.substring(0, Math.min(text.length(), LONGEST_PREFACE)));
        if (mark.find() && !text.substring(mark.end()).isBlank()) {
            return Optional.of(found(text.substring(0, mark.start()), text.substring(mark.end())));
        }
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        long sluglines = lines.stream().filter(Scripts::isSlugline).count();
        long cues = lines.stream().filter(line -> CUE.matcher(line).matches()).count();
        boolean script = (lines.size() >= 3 && (sluglines > 0 || cues >= 3))
                || lines.size() >= LINES_OF_A_SCRIPT
                || text.length() > BriefChange.LONGEST_IDEA;
        if (!script) {
            return Optional.empty();
        }
        int preface = text.substring(endOfPreface(text)).isBlank() ? 0 : endOfPreface(text);
        return Optional.of(found(text.substring(0, preface), text.substring(preface)));
    }

    private static Found found(String before, String script) {
        Matcher title = FOUNTAIN_TITLE.matcher(script);
        return new Found(
                before.strip(),
                script.strip(),
                title.matches() ? Optional.of(title.group(1).strip()) : Optional.empty());
    }

    /** Where a first line that ends with a colon, or lines before a first slugline that do, are over. */
    private static int endOfPreface(String text) {
        int start = 0;
        int end = 0;
        while (start < Math.min(text.length(), LONGEST_PREFACE)) {
            int next = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start) + 1;
            String line = text.substring(start, next).strip();
            if (isSlugline(line) || CUE.matcher(line).matches()) {
                break;
            }
            if (next <= LONGEST_PREFACE && (line.endsWith(":") || line.endsWith("："))) {
                end = next;
            }
            start = next;
        }
        return end;
    }

    private static boolean isSlugline(String line) {
        return SLUGLINE.matcher(line).matches();
    }
}
