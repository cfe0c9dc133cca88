package io.vimax.worker.provider.local.story.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads plain text and Markdown: headings and rules cut it, "Name: words" is dialogue, quotes are speech. */
final class Prose {
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.+?)\\s*#*$");
    private static final Pattern CHAPTER = Pattern.compile(
            "(?i)^((chapter|part|act|scene)\\s+([0-9ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\\b.{0,60}"
                    + "|第[一二三四五六七八九十百零0-9]+[章节回幕场集].{0,30})$");
    private static final Pattern RULE = Pattern.compile("^\\s*([-*_=~•·※]\\s*){3,}$|^\\s*⁂\\s*$");
    private static final Pattern CUE = Pattern.compile(
            "^\\**(\\p{Lu}[\\p{L}'’.-]{0,19}(?: \\p{Lu}[\\p{L}'’.-]{0,19}){0,2}|\\p{IsHan}{1,6})\\**\\s*(?:[(（][^)）]{1,30}[)）])?\\s*[:：]\\**\\s*(\\S.*)$");

    /** What stands before a colon without being anybody. */
    private static final Pattern NO_NAME = Pattern.compile(
            "(?i)note|warning|ps|p\\.s\\.|example|later|then|now|meanwhile|day|night|morning|remember|but|and|so|yes|no"
                    + "|注|例|.*[说问道答喊叫想是]|后来|于是|然后|第.*|那天|这时");

    private Prose() {}

    static Script read(String source, boolean markdown) {
        var script = new Script.Builder();
        var title = Optional.<String>empty();
        var paragraph = new ArrayList<String>();
        var lines = source.split("\n", -1);
        for (var at = 0; at < lines.length; at++) {
            var line = lines[at].strip();
            var heading = HEADING.matcher(line);
            var setext = markdown
                    && at + 1 < lines.length
                    && !line.isEmpty()
                    && paragraph.isEmpty()
                    && lines[at + 1].strip().matches("={3,}|-{3,}");
            if (line.isEmpty()) {
                flush(script, paragraph, markdown);
            } else if (markdown && heading.matches() || setext) {
                flush(script, paragraph, markdown);
                var words = unmarked(setext ? line : heading.group(1));
                var first = title.isEmpty() && script.isEmpty();
                title = first ? Optional.of(words) : title;
                script.cut(first ? null : words);
                at += setext ? 1 : 0;
            } else if (RULE.matcher(line).matches()) {
                flush(script, paragraph, markdown);
                script.cut(null);
            } else if (paragraph.isEmpty() && CHAPTER.matcher(line).matches() && !line.matches(".*[.。!?！？,，]$")) {
                script.cut(line);
            } else if (title.isEmpty() && script.isEmpty() && paragraph.isEmpty() && isTitle(lines, at)) {
                title = Optional.of(unmarked(line));
            } else if (markdown && line.matches("^(```|~~~).*|!\\[.*]\\(.*\\)$")) {
                flush(script, paragraph, true);
            } else {
                if (CUE.matcher(line).matches() || markdown && line.matches("^([-*+]|\\d+[.)])\\s+.*")) {
                    flush(script, paragraph, markdown);
                }
                paragraph.add(line);
            }
        }
        flush(script, paragraph, markdown);
        return script.build(title);
    }

    /** A short first line on its own, without a full stop, above more text. */
    private static boolean isTitle(String[] lines, int at) {
        var line = lines[at].strip();
        return line.length() <= 60
                && !line.matches(".*[.!?,;:。！？，；：…\"”」]$")
                && at + 2 < lines.length
                && lines[at + 1].isBlank()
                && java.util.Arrays.stream(lines, at + 2, lines.length).anyMatch(it -> !it.isBlank());
    }

    private static void flush(Script.Builder script, List<String> paragraph, boolean markdown) {
        if (paragraph.isEmpty()) {
            return;
        }
        var joined = new StringBuilder();
        for (var line : paragraph) {
            var bare = markdown ? line.replaceFirst("^(>\\s?)+", "").replaceFirst("^([-*+]|\\d+[.)])\\s+", "") : line;
            // Chinese lines join without a blank.
            var han = !joined.isEmpty()
                    && Character.isIdeographic(bare.codePointAt(0))
                    && joined.charAt(joined.length() - 1) > 0x2E80;
            joined.append(joined.isEmpty() || han || bare.isEmpty() ? "" : " ").append(bare);
        }
        var text = markdown ? unmarked(joined.toString()) : joined.toString();
        var cue = CUE.matcher(text);
        if (cue.matches()
                && !NO_NAME.matcher(cue.group(1)).matches()
                && !cue.group(2).matches("(?s)[\"“「『].*")) {
            script.add(List.of(new Script.Piece(Fountain.properCase(cue.group(1)), cue.group(2))));
        } else {
            script.add(Speech.pieces(text));
        }
        paragraph.clear();
    }

    /** Without emphasis, links and code marks. */
    static String unmarked(String text) {
        return text.replaceAll("!\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("\\[([^]]+)]\\([^)]*\\)", "$1")
                .replaceAll("(\\*{1,3}|_{2,3})(?=\\S)(.+?)(?<=\\S)\\1", "$2")
                .replaceAll("(?<![\\p{L}\\p{N}])_(?=\\S)(.+?)(?<=\\S)_(?![\\p{L}\\p{N}])", "$1")
                .replaceAll("`([^`]+)`", "$1")
                .strip();
    }
}
