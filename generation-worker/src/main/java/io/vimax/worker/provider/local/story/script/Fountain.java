package io.vimax.worker.provider.local.story.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads screenplays in Fountain (fountain.io/syntax), also with Chinese sluglines (内景, 外景). */
final class Fountain {
    private static final Pattern SLUG =
            Pattern.compile("(?i)^(\\.(?!\\.)|(?:INT|EXT|EST|INT\\.?/EXT|I/E)[. ]|(?:内景|外景|内外景)[：: .]?).*");
    private static final Pattern CHINESE_SLUG = Pattern.compile("^(\\d+[.、]\\s*)?\\S{1,20}\\s+\\S{0,4}\\s*(内|外)$");
    private static final Pattern TRANSITION = Pattern.compile(
            "^(>[^<]*|[A-Z ]+TO:|(FADE|CUT|DISSOLVE|SMASH CUT|MATCH CUT|IRIS|WIPE)\\b[A-Z ]*[:.]?|(淡入|淡出|切至|切到|黑场)[。：:]?)$");
    private static final Pattern TITLE_PAGE = Pattern.compile(
            "(?i)^(title|credit|author|authors|source|notes|draft date|date|contact|copyright|revision|标题|作者)\\s*[:：]\\s*(.*)$");
    private static final Pattern CUE_EXTENSION = Pattern.compile("\\s*[(（][^)）]*[)）]\\s*\\^?$|\\s*\\^$");

    private Fountain() {}

    static Script read(String source) {
        var text = source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?s)\\[\\[.*?]]", "");
        var lines = text.split("\n", -1);
        var script = new Script.Builder();
        var title = Optional.<String>empty();
        var at = 0;
        while (at < lines.length && lines[at].isBlank()) {
            at++;
        }
        if (at < lines.length && TITLE_PAGE.matcher(lines[at].strip()).matches()) {
            for (; at < lines.length && !lines[at].isBlank(); at++) {
                var entry = TITLE_PAGE.matcher(lines[at].strip());
                if (entry.matches()
                        && entry.group(1).matches("(?i)title|标题")
                        && !entry.group(2).isBlank()) {
                    title = Optional.of(Prose.unmarked(entry.group(2)));
                } else if (title.isEmpty() && !entry.matches()) {
                    title = Optional.of(Prose.unmarked(lines[at]));
                }
            }
        }
        var action = new ArrayList<String>();
        for (; at < lines.length; at++) {
            var line = lines[at].strip();
            var afterBlank = at == 0 || lines[at - 1].isBlank() || isHeading(lines[at - 1].strip());
            if (line.isEmpty()
                    || line.matches("^(={3,}|#.*|=[^=].*)$")
                    || TRANSITION.matcher(line).matches() && !line.isEmpty()) {
                flush(script, action);
            } else if (isHeading(line)) {
                flush(script, action);
                script.cut(line.replaceFirst("^\\.", ""));
            } else if (afterBlank && isCue(line) && at + 1 < lines.length && !lines[at + 1].isBlank()) {
                flush(script, action);
                at = dialogue(script, lines, at);
            } else {
                action.add(line.replaceFirst("^!", "").replaceAll("^>\\s*(.*?)\\s*<$", "$1"));
            }
        }
        flush(script, action);
        return script.build(title);
    }

    private static boolean isHeading(String line) {
        return SLUG.matcher(line).matches() && line.length() < 120
                || CHINESE_SLUG.matcher(line).matches();
    }

    private static boolean isCue(String line) {
        if (line.startsWith("@")) {
            return true;
        }
        var name = CUE_EXTENSION.matcher(line).replaceFirst("");
        var letters = name.codePoints().filter(Character::isLetter).toArray();
        if (letters.length == 0 || name.length() > 40 || name.matches(".*[.!?,;。！？，]$")) {
            return false;
        }
        var han = name.codePoints().anyMatch(Character::isIdeographic);
        return han ? name.length() <= 6 && !name.contains(" ") : name.equals(name.toUpperCase(java.util.Locale.ROOT));
    }

    private static int dialogue(Script.Builder script, String[] lines, int cueAt) {
        var name = CUE_EXTENSION
                .matcher(lines[cueAt].strip().replaceFirst("^@", ""))
                .replaceFirst("")
                .strip();
        var words = new ArrayList<String>();
        var at = cueAt + 1;
        for (; at < lines.length && !lines[at].isEmpty() && !lines[at].isBlank(); at++) {
            var line = lines[at].strip();
            if (!line.matches("^[(（].*[)）]$")) {
                words.add(line.replaceFirst("^~", ""));
            }
        }
        var text = Prose.unmarked(String.join(" ", words));
        script.add(List.of(new Script.Piece(properCase(name), text)));
        return at - 1;
    }

    /** MARA -> Mara, as she is called elsewhere. */
    static String properCase(String name) {
        var words = new ArrayList<String>();
        for (var word : name.split("\\s+")) {
            var upper = word.equals(word.toUpperCase(java.util.Locale.ROOT))
                    && word.length() > 1
                    && !word.matches(".*\\d.*");
            words.add(upper ? word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT) : word);
        }
        return String.join(" ", words);
    }

    private static void flush(Script.Builder script, List<String> action) {
        if (!action.isEmpty()) {
            script.add(Speech.pieces(Prose.unmarked(String.join(" ", action))));
            action.clear();
        }
    }
}
