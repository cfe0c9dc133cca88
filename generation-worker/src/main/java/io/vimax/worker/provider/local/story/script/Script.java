package io.vimax.worker.provider.local.story.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A script without its markup: what is told and what is said, in order, cut where the author cut it.
 *
 * @param title from the text itself, when it has one
 */
public record Script(Optional<String> title, List<Section> sections) {
    /** @param heading slugline or chapter title, never spoken */
    public record Section(@Nullable String heading, List<Paragraph> paragraphs) {}

    /** What belongs together: cuts into scenes fall between paragraphs where they can. */
    public record Paragraph(List<Piece> pieces) {}

    /** @param speaker who says it, null for narration */
    public record Piece(@Nullable String speaker, String text) {}

    private static final Pattern SLUG = Pattern.compile(
            "(?m)^\\s*(\\.?(INT|EXT|EST|INT\\.?/EXT|I/E)[. ].+|(内景|外景|内外景)[：: .].*|(\\d+[.、]\\s*)?.{1,20}\\s+(内|外)\\s*$)");
    private static final Pattern MARKDOWN =
            Pattern.compile("(?m)^#{1,6}\\s+\\S|\\*\\*\\S.*?\\*\\*|^\\s*[-*]\\s+\\S|^>\\s");

    public static Script read(String source, String format) {
        var text = source.replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\u0000", "");
        var script = switch (format) {
            case "fountain" -> Fountain.read(text);
            case "markdown" -> Prose.read(text, true);
            case "plain" -> Prose.read(text, false);
            default ->
                SLUG.matcher(text).find()
                        ? Fountain.read(text)
                        : Prose.read(text, MARKDOWN.matcher(text).find());
        };
        if (!script.sections.isEmpty()) {
            return script;
        }
        // Nothing but markup: then the markup is the text.
        var all = new Piece(null, text.strip());
        return new Script(script.title, List.of(new Section(null, List.of(new Paragraph(List.of(all))))));
    }

    public String text() {
        return sections.stream()
                .flatMap(it -> it.paragraphs().stream())
                .flatMap(it -> it.pieces().stream())
                .map(Piece::text)
                .collect(Collectors.joining(" "));
    }

    /** Gathers sections while a reader goes through the lines. */
    static final class Builder {
        private final List<Section> sections = new ArrayList<>();
        private @Nullable String heading;
        private List<Paragraph> paragraphs = new ArrayList<>();

        void cut(@Nullable String newHeading) {
            if (!paragraphs.isEmpty()) {
                sections.add(new Section(heading, paragraphs));
            }
            heading = newHeading;
            paragraphs = new ArrayList<>();
        }

        void add(List<Piece> pieces) {
            var spoken = pieces.stream()
                    .filter(it -> it.text().codePoints().anyMatch(Character::isLetterOrDigit))
                    .toList();
            if (!spoken.isEmpty()) {
                paragraphs.add(new Paragraph(spoken));
            }
        }

        boolean isEmpty() {
            return sections.isEmpty() && paragraphs.isEmpty() && heading == null;
        }

        Script build(Optional<String> title) {
            cut(null);
            return new Script(title, List.copyOf(sections));
        }
    }
}
