package io.vimax.worker.provider.local.story.idea;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An English noun phrase of an idea: "the old lighthouse keeper", "two sisters", "Lucy", "lost moon".
 *
 * @param words without the determiner
 */
public record NounPhrase(List<String> words, boolean possessive) {
    static final Set<String> DETERMINERS = Set.of(
            "a", "an", "the", "his", "her", "their", "its", "my", "our", "your", "some", "this", "that", "these",
            "those", "every", "another", "one");
    private static final Set<String> NUMBERS = Set.of(
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twin", "many", "both", "several",
            "2", "3", "4", "5");

    /** One word, several people. */
    private static final Set<String> COLLECTIVE = Set.of("couple", "family", "people");

    /** "a pair of foxes" is two foxes. */
    private static final Map<String, String> GROUPS = Map.of(
            "pair", "two", "couple", "two", "duo", "two", "trio", "three", "group", "several", "band", "several",
            "crew", "several", "gang", "several", "pack", "several", "herd", "several");

    private static final Lexicon LEXICON = Lexicon.ENGLISH;

    static Optional<NounPhrase> of(List<String> tokens) {
        var words = new ArrayList<>(tokens.stream()
                .filter(it -> it.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList());
        var possessive = false;
        while (!words.isEmpty() && DETERMINERS.contains(lower(words.getFirst()))) {
            possessive |= !Set.of("a", "an", "the").contains(lower(words.removeFirst()));
        }
        while (!words.isEmpty()
                && words.getLast().endsWith("ly")
                && lower(words.getLast()).length() > 4
                && !Set.of("family", "butterfly", "bully", "dragonfly").contains(lower(words.getLast()))) {
            words.removeLast();
        }
        for (var i = 0; i + 2 < words.size(); i++) {
            var number = GROUPS.get(lower(words.get(i)));
            if (number != null && lower(words.get(i + 1)).equals("of")) {
                words.subList(i, i + 2).clear();
                words.addFirst(number);
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new NounPhrase(List.copyOf(words), possessive));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Where "of" or "named" cuts it off. */
    private int headIndex() {
        for (var i = 1; i < words.size(); i++) {
            if (Set.of("of", "named", "called", "with").contains(lower(words.get(i)))) {
                return i - 1;
            }
        }
        return words.size() - 1;
    }

    String head() {
        var head = lower(words.get(headIndex()));
        return head.equals("mars") ? head : singular(head);
    }

    /** "lighthouse keeper": the head with what stands before it, for the lexicon. */
    String compound() {
        var at = headIndex();
        return at == 0 ? head() : lower(words.get(at - 1)) + " " + head();
    }

    public static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("wolves")) {
            return "wolf";
        }
        if (word.endsWith("children")) {
            return word.substring(0, word.length() - 3);
        }
        if (word.equals("mice") || word.equals("geese")) {
            return word.equals("mice") ? "mouse" : "goose";
        }
        if (word.endsWith("men")) {
            return word.substring(0, word.length() - 2) + "an";
        }
        if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("sses") || word.endsWith("xes")) {
            return word.substring(0, word.length() - 2);
        }
        var plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && word.length() > 3;
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    boolean proper() {
        return !possessive
                && words.stream().allMatch(it -> Character.isUpperCase(it.codePointAt(0)))
                && !known(lower(words.getLast()))
                && !known(head());
    }

    private static boolean known(String word) {
        return LEXICON.findParty(word).isPresent()
                || LEXICON.findPlace(word).isPresent()
                || LEXICON.roles().containsKey(word)
                || LEXICON.words("adjective").contains(word)
                || isPerson(word)
                || LEXICON.words("animal").contains(word);
    }

    boolean plural() {
        return parts().size() > 1 || count() > 1;
    }

    /** How many it speaks of; "several", "many" and a bare plural are three, siblings two. */
    int count() {
        var last = lower(words.get(headIndex()));
        for (var word : words.subList(0, headIndex() + 1)) {
            switch (lower(word)) {
                case "two", "2", "twin", "both" -> {
                    return 2;
                }
                case "three", "3", "several", "many" -> {
                    return 3;
                }
                case "four", "4" -> {
                    return 4;
                }
                case "five", "5", "six", "seven", "eight", "nine", "ten" -> {
                    return 5;
                }
                default -> {}
            }
        }
        if (COLLECTIVE.contains(last)) {
            return last.equals("couple") ? 2 : 3;
        }
        if (last.equals(head()) || LEXICON.findPlace(last).isPresent() || proper()) {
            return 1;
        }
        return Set.of("sister", "brother", "twin", "sibling", "parent", "grandparent", "lover")
                        .contains(head())
                ? 2
                : 3;
    }

    /** "the boy and his dog", "a boy with his dog" apart; only who lives can be one of several. */
    List<NounPhrase> parts() {
        var parts = new ArrayList<NounPhrase>();
        var from = 0;
        for (var i = 1; i <= words.size(); i++) {
            if (i == words.size() || Set.of("and", "with").contains(lower(words.get(i)))) {
                of(words.subList(from, i)).ifPresent(parts::add);
                from = i + 1;
            }
        }
        return parts.size() > 1 && parts.stream().allMatch(NounPhrase::alive) ? List.copyOf(parts) : List.of(this);
    }

    private boolean alive() {
        return !LEXICON.words("adjective").contains(head())
                && Set.of("person", "animal", "machine").contains(party().kind());
    }

    /** f, m, or n when the noun does not say. */
    static char sex(String noun) {
        if (LEXICON.words("female").contains(noun)
                || noun.endsWith("woman")
                || noun.endsWith("ess") && isPerson(noun)) {
            return 'f';
        }
        return LEXICON.words("male").contains(noun) || noun.endsWith("man") && !noun.equals("human") ? 'm' : 'n';
    }

    boolean crowned() {
        return Set.of("king", "queen", "prince", "princess", "emperor", "empress")
                .contains(head());
    }

    /** Without its determiner. */
    String bare() {
        return decapitalized(String.join(" ", words));
    }

    static boolean isPerson(String word) {
        return LEXICON.words("female").contains(word)
                || LEXICON.words("male").contains(word)
                || LEXICON.words("person").contains(word)
                || LEXICON.findParty(word).isEmpty()
                        && LEXICON.findPlace(word).isEmpty()
                        && !LEXICON.words("animal").contains(word)
                        && word.matches(".{2,}(er|or|ist|eer|ian|man|woman|ess)")
                        && !word.matches(".*(flower|tower|river|paper|letter|computer|power|water|number|winter|summer"
                                + "|color|mirror|door|motor|weather|thunder|door|finger|helicopter|corner|spider|tiger"
                                + "|wonder|order|fear|answer|laughter|ladder|lantern|treasure|sweater|feather|meteor)");
    }

    Lexicon.Party party() {
        var head = head();
        if (LEXICON.words("animal").contains(head)) {
            return LEXICON.partyOfKind("animal");
        }
        return LEXICON.findParty(head)
                .or(() -> LEXICON.findParty(lower(words.get(headIndex()))))
                .orElseGet(() -> LEXICON.partyOfKind(proper() || isPerson(head) ? "person" : roleKind(head)));
    }

    private static String roleKind(String head) {
        return switch (LEXICON.roles().getOrDefault(head, "")) {
            case "farm", "garden", "forest", "rooftop", "ice", "bridge", "cave", "desert" -> "animal";
            case "" -> "thing";
            default -> "person";
        };
    }

    private static final Set<String> PASSING = Set.of(
            "lost",
            "missing",
            "stolen",
            "old",
            "young",
            "little",
            "small",
            "tiny",
            "big",
            "large",
            "giant",
            "lonely",
            "sad",
            "happy",
            "last",
            "first",
            "shy",
            "brave",
            "clumsy",
            "grumpy",
            "retired",
            "poor",
            "forgotten",
            "strange",
            "mysterious",
            "ancient",
            "tired",
            "curious",
            "elderly",
            "angry",
            "frightened",
            "stray");

    private static final Set<String> WITHOUT_ARTICLE = Set.of(
            "music",
            "love",
            "time",
            "hope",
            "silence",
            "magic",
            "happiness",
            "loneliness",
            "laughter",
            "death",
            "childhood",
            "fear");

    /** "keeper" of "old lighthouse keeper"; numbers and what one need not repeat fall away. */
    private String core() {
        var kept = new ArrayList<String>();
        var at = headIndex();
        for (var i = 0; i <= at; i++) {
            var word = words.get(i);
            if (i == at || !PASSING.contains(lower(word)) && !NUMBERS.contains(lower(word))) {
                kept.add(word);
            }
        }
        return String.join(" ", kept);
    }

    String definite() {
        if (head().equals("mars") && words.size() == 1) {
            return "Mars";
        }
        if (proper()) {
            return String.join(" ", words);
        }
        if (parts().size() > 1) {
            return String.join(
                    " and ", parts().stream().map(NounPhrase::definite).toList());
        }
        var core = decapitalized(core());
        return WITHOUT_ARTICLE.contains(core) ? core : "the " + core;
    }

    String indefinite() {
        if (proper()) {
            return String.join(" ", words);
        }
        if (parts().size() > 1) {
            return String.join(
                    " and ", parts().stream().map(NounPhrase::indefinite).toList());
        }
        var all = bare();
        var collective = COLLECTIVE.contains(head()) && !head().equals("people");
        if (plural() && !(collective && !NUMBERS.contains(lower(words.getFirst())))) {
            return all;
        }
        if (WITHOUT_ARTICLE.contains(all)) {
            return all;
        }
        if (Set.of("last", "first", "only").contains(lower(words.getFirst()))) {
            return "the " + all;
        }
        if (Set.of("moon", "sun", "sea", "sky", "wind", "rain", "snow", "fog").contains(all)) {
            return "the " + all;
        }
        return ("aeiou".indexOf(all.charAt(0)) >= 0 && !all.startsWith("uni") ? "an " : "a ") + all;
    }

    /** Common nouns lose the capital of a sentence's start; names inside the phrase keep theirs. */
    private static String decapitalized(String phrase) {
        var first = phrase.split(" ", 2)[0];
        return known(lower(first))
                        || known(singular(lower(first)))
                        || NUMBERS.contains(lower(first))
                        || !phrase.contains(" ")
                ? lower(first) + phrase.substring(first.length())
                : phrase;
    }
}
