package io.vimax.simulator.story;

import java.util.ArrayList;
import java.util.List;

/** Cuts text into pieces that can be said in one shot. Nothing is lost: the pieces in order are the text. */
final class Speakable {

    /** Chinese letters are about this many to a word of English, by the time they take. */
    private static final int LETTERS_OF_A_WORD = 2;

    private Speakable() {}

    static List<String> sentences(String text) {
        return List.of(text.strip().split("(?<=[.!?…][\"”’)]?)\\s+|(?<=[。！？])", -1)).stream()
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** Pieces of at most that many words, cut after commas where there are some. */
    static List<String> pieces(String sentence, int mostWords) {
        var pieces = new ArrayList<String>();
        String rest = sentence.strip();
        while (words(rest) > mostWords) {
            // Pieces of like length: one that is full would leave a crumb of a word or two.
            int count = Math.ceilDiv(words(rest), mostWords);
            int end = cut(rest, Math.min(mostWords, Math.ceilDiv(words(rest), count) + 1));
            pieces.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    private static int words(String text) {
        long han = text.codePoints().filter(Character::isIdeographic).count();
        return han > 0 ? (int) Math.ceilDiv(han, LETTERS_OF_A_WORD) : text.split("\\s+").length;
    }

    /** The end of the longest piece that fits; after a comma if that leaves no crumb. */
    private static int cut(String text, int mostWords) {
        int longest = 1;
        int comma = 0;
        for (int end = 1; end < text.length(); end++) {
            if (words(text.substring(0, end)) > mostWords) {
                break;
            }
            char last = text.charAt(end - 1);
            boolean between =
                    Character.isWhitespace(text.charAt(end)) || Character.isIdeographic(text.codePointAt(end));
            if (between || ",;:，；：、".indexOf(last) >= 0) {
                longest = end;
            }
            if (",;:，；：、".indexOf(last) >= 0 && between) {
                comma = end;
            }
        }
        return comma > longest / 3 ? comma : longest;
    }
}
