package io.vimax.worker.provider.local.voice;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.ProcessException;
import com.sun.speech.freetts.Relation;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.en.us.CMULexicon;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries Mandarin syllables through an English synthesizer. A syllable travels as an invented word of open syllables,
 * which the text rules let through unharmed; the lexicon answers with the syllable's sounds, and the pitch contour is
 * replaced by its tone.
 */
final class GuideWords {
    private static final String PREFIX = "zuzu";
    private static final String CONSONANTS = "bdkmnpt";
    private static final String VOWELS = "aeiou";

    private final Map<String, Pinyin.Syllable> byWord = new HashMap<>();
    private final Map<Pinyin.Syllable, String> bySyllable = new HashMap<>();

    String wordFor(Pinyin.Syllable syllable) {
        return bySyllable.computeIfAbsent(syllable, it -> {
            var word = new StringBuilder(PREFIX);
            for (var rest = byWord.size() + 1225; rest > 0; rest /= 35) {
                word.append(CONSONANTS.charAt(rest % 35 / 5)).append(VOWELS.charAt(rest % 5));
            }
            byWord.put(word.toString(), it);
            return word.toString();
        });
    }

    boolean isIn(String sentence) {
        return sentence.contains(PREFIX);
    }

    /** The English lexicon, which also knows the invented words. */
    CMULexicon lexicon() {
        return new CMULexicon("cmulex") {
            @Override
            public String[] getPhones(String word, @Nullable String partOfSpeech) {
                var syllable = byWord.get(word);
                return syllable == null
                        ? super.getPhones(word, partOfSpeech)
                        : syllable.phones().toArray(String[]::new);
            }
        };
    }

    /** Bends the pitch of every invented word into its tone; other words keep a level pitch beside them. */
    UtteranceProcessor tones() {
        return new UtteranceProcessor() {
            @Override
            public void processUtterance(Utterance utterance) throws ProcessException {
                bend(utterance);
            }

            @Override
            public String toString() {
                return "Mandarin tones";
            }
        };
    }

    private void bend(Utterance utterance) throws ProcessException {
        var words = utterance.getRelation(Relation.WORD);
        if (words == null || !speaksGuideWords(words)) {
            return;
        }
        var voice = utterance.getVoice();
        var mean = voice.getPitch();
        var lift = Math.max(voice.getPitchRange() * 1.7, mean * 0.16);
        var targets = utterance.createRelation(Relation.TARGET);
        var spoken = 0;
        target(targets, 0f, mean);
        for (var word = words.getHead(); word != null; word = word.getNext()) {
            var structure = word.getItemAs(Relation.SYLLABLE_STRUCTURE);
            for (var syllable = structure == null ? null : structure.getDaughter();
                    syllable != null;
                    syllable = syllable.getNext()) {
                var first = syllable.getDaughter();
                var last = syllable.getLastDaughter();
                if (first == null || last == null) {
                    continue;
                }
                var start = startOf(first);
                var length = last.getFeatures().getFloat("end") - start;
                var known = byWord.get(word.toString());
                var shape = shapeOf(known == null ? 0 : known.tone());
                // Speech sinks a little from start to end of a sentence.
                var base = mean * (1.04 - Math.min(0.14, 0.008 * spoken++));
                for (var point = 0; point < shape.size(); point++) {
                    var at = start + length * (0.12f + 0.8f * point / Math.max(1, shape.size() - 1));
                    target(targets, at, (float) (base + lift * shape.get(point)));
                }
            }
        }
    }

    private boolean speaksGuideWords(Relation words) {
        for (var word = words.getHead(); word != null; word = word.getNext()) {
            if (byWord.containsKey(word.toString())) {
                return true;
            }
        }
        return false;
    }

    private static float startOf(Item segment) {
        var inTime = segment.getItemAs(Relation.SEGMENT);
        var before = inTime == null ? null : inTime.getPrevious();
        return before == null ? 0f : before.getFeatures().getFloat("end");
    }

    private static void target(Relation targets, float seconds, float hertz) {
        var item = targets.appendItem();
        item.getFeatures().setFloat("pos", seconds);
        item.getFeatures().setFloat("f0", hertz);
    }

    /** Pitch over the syllable, in units of the speaker's range. */
    private static List<Double> shapeOf(int tone) {
        return switch (tone) {
            case 1 -> List.of(0.85, 0.9);
            case 2 -> List.of(-0.35, -0.2, 0.75);
            case 3 -> List.of(-0.4, -1.0, -0.55);
            case 4 -> List.of(1.0, -0.8);
            default -> List.of(0.0, -0.2);
        };
    }
}
