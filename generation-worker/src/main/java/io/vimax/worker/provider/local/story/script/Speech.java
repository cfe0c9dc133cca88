package io.vimax.worker.provider.local.story.script;

import io.vimax.worker.provider.local.story.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what is said in quotes within a paragraph, and by whom. */
final class Speech {
    static final String UNKNOWN = "Someone";
    static final String UNKNOWN_CHINESE = "有人";

    private static final Pattern QUOTE =
            Pattern.compile("\"([^\"]{1,2000})\"|“([^”]{1,2000})”|「([^」]{1,2000})」|『([^』]{1,2000})』");
    private static final String SAY =
            "(?:said|asked|answered|replied|whispered|shouted|cried|called|murmured|muttered|told|says|asks"
                    + "|whispers|shouts|yelled|sighed|laughed|growled|added|thought|exclaimed|begged|continued|repeated|promised|sang)";
    private static final String NAME =
            "((?:the |an? |The |An? |his |her |His |Her )?(?:old |little |young )?[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?)";
    private static final Pattern AFTER =
            Pattern.compile("^[\\s,]*(?:" + SAY + "\\s+" + NAME + "|" + NAME + "\\s+" + SAY + ")\\b.*", Pattern.DOTALL);
    private static final Pattern BEFORE = Pattern.compile(
            "(?:.*[.!?;]\\s|^)\\s*" + NAME + "(?:\\s+\\w+ly)?\\s+" + SAY + "\\b[^.!?]{0,40}[,:]\\s*$", Pattern.DOTALL);
    private static final String CHINESE_SAY = "(?:说道|问道|答道|喊道|叫道|回答|低声说|轻声说|大声说|笑着说|说|问)";
    private static final Pattern CHINESE_BEFORE = Pattern.compile(
            "(?:.*[。！？，；]|^)\\s*(\\p{IsHan}{1,6}?)(?:[低轻大小笑哭]\\p{IsHan}{0,3})?" + CHINESE_SAY + "[：:，,]\\s*$",
            Pattern.DOTALL);
    private static final Pattern CHINESE_AFTER = Pattern.compile(
            "^[\\s，]*(\\p{IsHan}{1,6}?)(?:[低轻大小笑哭]\\p{IsHan}{0,3})?" + CHINESE_SAY + "[。，！、\\s].*", Pattern.DOTALL);

    private Speech() {}

    static List<Script.Piece> pieces(String paragraph) {
        var pieces = new ArrayList<Script.Piece>();
        var quotes = QUOTE.matcher(paragraph);
        var at = 0;
        String speaker = null;
        while (quotes.find()) {
            var before = paragraph.substring(at, quotes.start());
            var said = firstGroup(quotes);
            if (!isSpeech(said, paragraph.substring(0, quotes.start()))) {
                continue;
            }
            var after = quotes.end();
            var context = paragraph.substring(0, quotes.start());
            var named = speakerBefore(context).or(() -> speakerAfter(paragraph.substring(after)));
            var current = named.isPresent() ? named.get() : speaker;
            if (current == null) {
                current = paragraph.codePoints().anyMatch(Character::isIdeographic) ? UNKNOWN_CHINESE : UNKNOWN;
            }
            add(pieces, null, before);
            add(pieces, current, said);
            speaker = current;
            at = quotes.end();
        }
        add(pieces, null, paragraph.substring(at));
        return pieces;
    }

    private static void add(List<Script.Piece> pieces, @Nullable String speaker, String text) {
        if (!text.isBlank()) {
            pieces.add(new Script.Piece(speaker, text.strip()));
        }
    }

    private static String firstGroup(java.util.regex.Matcher quotes) {
        for (var i = 1; i <= quotes.groupCount(); i++) {
            if (quotes.group(i) != null) {
                return quotes.group(i);
            }
        }
        return "";
    }

    /** Titles and single words in quotes are not speech. */
    private static boolean isSpeech(String said, String before) {
        return said.strip().matches("(?s).*[.,!?…。，！？—-]$") || before.strip().matches("(?s).*[,:：，]$");
    }

    private static Optional<String> speakerAfter(String text) {
        var chinese = CHINESE_AFTER.matcher(text);
        if (chinese.matches()) {
            return name(chinese.group(1));
        }
        var english = AFTER.matcher(text);
        return english.matches()
                ? name(english.group(1) != null ? english.group(1) : english.group(2))
                : Optional.empty();
    }

    private static Optional<String> speakerBefore(String text) {
        var chinese = CHINESE_BEFORE.matcher(text);
        if (chinese.matches()) {
            return name(chinese.group(1));
        }
        var english = BEFORE.matcher(text);
        return english.matches() ? name(english.group(1)) : Optional.empty();
    }

    private static Optional<String> name(String found) {
        var bare = found.replaceFirst("(?i)^(the|an?|his|her) ", "").replaceFirst("^\\p{Ll}\\S* (?=\\p{Lu})", "");
        return bare.matches("(?i)he|she|they|it|i|we|you|who|and|but|then|他|她|它|他们|她们|我|你|又|就")
                ? Optional.empty()
                : Optional.of(Words.capitalized(bare));
    }
}
