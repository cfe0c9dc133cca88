package io.vimax.worker.provider.local.voice;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Turns written text into sentences that the synthesizer can say: plain letters, digits it can read, the punctuation it
 * understands. Everything else (emoji, brackets, ornaments) has no sound and falls away.
 */
final class SpokenText {
    /**
     * @param words what to say; Mandarin as invented words of {@link GuideWords}
     * @param pauseMs silence after it, milliseconds
     */
    record Sentence(String words, int pauseMs) {}

    private static final Pattern SENTENCE =
            Pattern.compile("(?s).*?(?:[.!?…]+(?=[\\s\"')\\]]|$)[\"')\\]]*|[。！？；：]+|$|\\R{2,})");
    private static final Pattern ABBREVIATION =
            Pattern.compile("\\b(Mr|Mrs|Ms|Dr|St|Prof|Capt|Sgt|Lt|Jr|Sr|vs|etc|No|Mt)\\.(?=\\s)");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,12}(?:\\.\\d{1,6})?");
    /** Longer numbers are telephone numbers or noise: they are read digit by digit. */
    private static final Pattern LONG_DIGITS = Pattern.compile("\\d{10,}");

    /** The synthesizer's cost grows faster than the sentence; nobody speaks longer than this in one breath. */
    private static final int LONGEST = 240;

    private final Pinyin pinyin = new Pinyin();

    List<Sentence> sentences(String text, boolean chinese, GuideWords guideWords) {
        var sentences = new ArrayList<Sentence>();
        var plain = ABBREVIATION.matcher(plainText(text)).replaceAll("$1");
        for (var match : SENTENCE.matcher(plain).results().toList()) {
            var sentence = match.group().strip();
            if (sentence.isEmpty()) {
                continue;
            }
            for (var breath : breaths(sentence)) {
                var words = speakable(breath, chinese || isMostlyHan(sentence), guideWords);
                if (words.chars().anyMatch(Character::isLetterOrDigit)) {
                    sentences.add(new Sentence(words, sentence.contains("…") ? 420 : breath.endsWith(",") ? 160 : 270));
                }
            }
        }
        return sentences;
    }

    static boolean hasHan(String text) {
        return text.codePoints().anyMatch(SpokenText::isHan);
    }

    private static boolean isMostlyHan(String text) {
        return text.codePoints().filter(SpokenText::isHan).count() * 3 > text.length();
    }

    private static boolean isHan(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    /** One kind of quote, dash and ellipsis; no accents, which the lexicon does not know. */
    private static String plainText(String text) {
        var unified = text.replace('“', '"')
                .replace('”', '"')
                .replace('‘', '\'')
                .replace('’', '\'')
                .replace("...", "…")
                .replaceAll("…+", "…")
                .replaceAll("\\s*(——|—|--|–)\\s*", ", ")
                .replace("&", " and ")
                .replace("%", " percent ");
        return Normalizer.normalize(unified, Normalizer.Form.NFKD)
                .replace("...", "…")
                .replaceAll("\\p{M}+", "");
    }

    private static List<String> breaths(String sentence) {
        if (sentence.length() <= LONGEST) {
            return List.of(sentence);
        }
        var breaths = new ArrayList<String>();
        var rest = sentence;
        while (rest.length() > LONGEST) {
            var cut = Math.max(rest.lastIndexOf(',', LONGEST), rest.lastIndexOf('，', LONGEST));
            cut = cut > LONGEST / 3 ? cut : rest.lastIndexOf(' ', LONGEST);
            cut = cut > 0 ? cut : LONGEST - 1;
            if (Character.isHighSurrogate(rest.charAt(cut))) {
                cut++;
            }
            breaths.add(rest.substring(0, cut + 1).strip());
            rest = rest.substring(cut + 1);
        }
        breaths.add(rest.strip());
        return breaths;
    }

    private String speakable(String sentence, boolean chinese, GuideWords guideWords) {
        var readable = LONG_DIGITS
                .matcher(sentence)
                .replaceAll(it -> String.join(" ", it.group().split("")));
        if (chinese) {
            readable = DIGITS.matcher(readable).replaceAll(SpokenText::chineseNumber);
        }
        var words = new StringBuilder();
        var at = 0;
        while (at < readable.length()) {
            var c = readable.codePointAt(at);
            var next = at + Character.charCount(c);
            if (isHan(c)) {
                while (next < readable.length() && isHan(readable.codePointAt(next))) {
                    next += Character.charCount(readable.codePointAt(next));
                }
                words.append(' ');
                pinyin.read(readable.substring(at, next))
                        .forEach(it -> words.append(guideWords.wordFor(it)).append(' '));
            } else {
                words.append(character(c));
            }
            at = next;
        }
        return words.toString()
                .replaceAll("\\s+([,.!?])", "$1")
                .replaceAll("([,.!?])[,.!?]+", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String character(int c) {
        return switch (c) {
            case '，', '、', ';', ':', '；', '：', '(', ')' -> ", ";
            case '。' -> ". ";
            case '！' -> "! ";
            case '？' -> "? ";
            case '\'', ',', '.', '!', '?', '-' -> Character.toString(c);
            default -> c < 128 && Character.isLetterOrDigit(c) ? Character.toString(c) : " ";
        };
    }

    private static String chineseNumber(MatchResult number) {
        return new RuleBasedNumberFormat(ULocale.CHINESE, RuleBasedNumberFormat.SPELLOUT)
                .format(new BigDecimal(number.group()).doubleValue());
    }
}
