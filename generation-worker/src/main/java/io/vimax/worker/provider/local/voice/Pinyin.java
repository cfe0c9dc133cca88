package io.vimax.worker.provider.local.voice;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads Han characters as Mandarin syllables. The sounds are the nearest ones of American English, the only ones the
 * synthesizer has; the tones are real.
 */
final class Pinyin {
    /**
     * One syllable.
     *
     * @param phones FreeTTS's names of the sounds; vowels carry the stress mark 1
     * @param tone 1..4, 5 is the neutral tone
     */
    record Syllable(String pinyin, List<String> phones, int tone) {}

    private static final Pattern SYLLABLE = Pattern.compile("(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?([aeiouü]+(?:ng|n|r)?)");

    private static final Map<String, String> INITIALS = Map.ofEntries(
            Map.entry("b", "b"),
            Map.entry("p", "p"),
            Map.entry("m", "m"),
            Map.entry("f", "f"),
            Map.entry("d", "d"),
            Map.entry("t", "t"),
            Map.entry("n", "n"),
            Map.entry("l", "l"),
            Map.entry("g", "g"),
            Map.entry("k", "k"),
            Map.entry("h", "hh"),
            Map.entry("j", "jh"),
            Map.entry("q", "ch"),
            Map.entry("x", "sh"),
            Map.entry("zh", "jh"),
            Map.entry("ch", "ch"),
            Map.entry("sh", "sh"),
            Map.entry("r", "r"),
            Map.entry("z", "z"),
            Map.entry("c", "t s"),
            Map.entry("s", "s"),
            Map.entry("", ""));

    private static final Map<String, String> FINALS = Map.ofEntries(
            Map.entry("a", "aa1"),
            Map.entry("o", "ao1"),
            Map.entry("e", "ah1"),
            Map.entry("i", "iy1"),
            Map.entry("u", "uw1"),
            Map.entry("ü", "y uw1"),
            Map.entry("ai", "ay1"),
            Map.entry("ei", "ey1"),
            Map.entry("ao", "aw1"),
            Map.entry("ou", "ow1"),
            Map.entry("an", "aa1 n"),
            Map.entry("en", "ah1 n"),
            Map.entry("ang", "aa1 ng"),
            Map.entry("eng", "ah1 ng"),
            Map.entry("ong", "ow1 ng"),
            Map.entry("er", "er1"),
            Map.entry("ia", "y aa1"),
            Map.entry("ie", "y eh1"),
            Map.entry("iao", "y aw1"),
            Map.entry("iu", "y ow1"),
            Map.entry("ian", "y eh1 n"),
            Map.entry("in", "iy1 n"),
            Map.entry("iang", "y aa1 ng"),
            Map.entry("ing", "iy1 ng"),
            Map.entry("iong", "y ow1 ng"),
            Map.entry("ua", "w aa1"),
            Map.entry("uo", "w ao1"),
            Map.entry("uai", "w ay1"),
            Map.entry("ui", "w ey1"),
            Map.entry("uan", "w aa1 n"),
            Map.entry("un", "w ah1 n"),
            Map.entry("uang", "w aa1 ng"),
            Map.entry("ueng", "w ah1 ng"),
            Map.entry("ue", "y eh1"),
            Map.entry("üe", "y eh1"),
            Map.entry("üan", "y eh1 n"),
            Map.entry("ün", "y uw1 n"),
            Map.entry("io", "y ao1"));

    /** {@code y-} and {@code w-} are spellings of a final that starts a syllable. */
    private static final Map<String, String> WITHOUT_INITIAL = Map.ofEntries(
            Map.entry("yi", "i"),
            Map.entry("ya", "ia"),
            Map.entry("ye", "ie"),
            Map.entry("yao", "iao"),
            Map.entry("you", "iu"),
            Map.entry("yan", "ian"),
            Map.entry("yin", "in"),
            Map.entry("yang", "iang"),
            Map.entry("ying", "ing"),
            Map.entry("yong", "iong"),
            Map.entry("yo", "io"),
            Map.entry("wu", "u"),
            Map.entry("wa", "ua"),
            Map.entry("wo", "uo"),
            Map.entry("wai", "uai"),
            Map.entry("wei", "ui"),
            Map.entry("wan", "uan"),
            Map.entry("wen", "un"),
            Map.entry("wang", "uang"),
            Map.entry("weng", "ueng"),
            Map.entry("yu", "ü"),
            Map.entry("yue", "üe"),
            Map.entry("yuan", "üan"),
            Map.entry("yun", "ün"));

    private final Transliterator toLatin = Transliterator.getInstance("Han-Latin");

    /** The syllables of a run of Han characters; what has no reading is left out. */
    List<Syllable> read(String han) {
        var syllables = new ArrayList<Syllable>();
        String latin;
        synchronized (toLatin) {
            latin = toLatin.transliterate(han);
        }
        for (var spelled : latin.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+")) {
            syllable(spelled).ifPresent(syllables::add);
        }
        return List.copyOf(syllables);
    }

    static Optional<Syllable> syllable(String spelled) {
        var letters = new StringBuilder();
        var tone = 5;
        for (var c : Normalizer.normalize(spelled, Normalizer.Form.NFD).toCharArray()) {
            switch (c) {
                case '\u0304' -> tone = 1;
                case '\u0301' -> tone = 2;
                case '\u030C' -> tone = 3;
                case '\u0300' -> tone = 4;
                case '\u0308' -> letters.setCharAt(Math.max(0, letters.length() - 1), 'ü');
                default -> letters.append(c);
            }
        }
        var plain = letters.toString();
        var parts = SYLLABLE.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var initial = Optional.ofNullable(parts.group(1)).orElse("");
        var ending = parts.group(2);
        if (WITHOUT_INITIAL.containsKey(plain)) {
            initial = "";
            ending = WITHOUT_INITIAL.get(plain);
        } else if (List.of("j", "q", "x").contains(initial) && ending.startsWith("u")) {
            ending = "ü" + ending.substring(1);
        }
        var vowels = vowels(initial, ending);
        if (vowels.isEmpty() || !INITIALS.containsKey(initial)) {
            return Optional.empty();
        }
        var sounds = (INITIALS.get(initial) + " " + vowels.get()).strip();
        return Optional.of(new Syllable(plain, List.of(sounds.split(" +")), tone));
    }

    private static Optional<String> vowels(String initial, String ending) {
        if (ending.equals("i") && List.of("zh", "ch", "sh", "r").contains(initial)) {
            return Optional.of("er1");
        }
        if (ending.equals("i") && List.of("z", "c", "s").contains(initial)) {
            return Optional.of("ih1");
        }
        return Optional.ofNullable(FINALS.get(ending));
    }
}
