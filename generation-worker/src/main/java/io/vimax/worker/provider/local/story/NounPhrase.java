package io.vimax.worker.provider.local.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * An English noun phrase of an idea: "the old lighthouse keeper", "two sisters", "Lucy", "lost moon".
 *
 * @param words without the determiner
 */
record NounPhrase(List<String> words, boolean possessive) {
    static final Set<String> DETERMINERS = Set.of(
            "a", "an", "the", "his", "her", "their", "its", "my", "our", "your", "some", "this", "that", "these",
            "those", "every", "another", "one");
    private static final Set<String> NUMBERS =
            Set.of("two", "three", "four", "five", "six", "seven", "ten", "twin", "many", "both", "several");
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
        return words.isEmpty() ? Optional.empty() : Optional.of(new NounPhrase(List.copyOf(words), possessive));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Where "of" or "named" cuts it off. */
    private int headIndex() {
        for (var i = 1; i < words.size(); i++) {
            if (Set.of("of", "named", "called").contains(lower(words.get(i)))) {
                return i - 1;
            }
        }
        return words.size() - 1;
    }

    String head() {
        return singular(lower(words.get(headIndex())));
    }

    /** "lighthouse keeper": the head with what stands before it, for the lexicon. */
    String compound() {
        var at = headIndex();
        return at == 0 ? head() : lower(words.get(at - 1)) + " " + head();
    }

    static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("wolves")) {
            return "wolf";
        }
        if (word.equals("children")) {
            return "child";
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
                && words.stream().allMatch(it -> Character.isUpperCase(it.codePointAt(0)) || it.equals("and"))
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
        var last = lower(words.get(headIndex()));
        return words.contains("and")
                || NUMBERS.contains(lower(words.getFirst()))
                || !last.equals(head()) && !LEXICON.findPlace(last).isPresent();
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
        if (proper()) {
            return String.join(" ", words);
        }
        var core = decapitalized(core());
        return WITHOUT_ARTICLE.contains(core) ? core : "the " + core;
    }

    String indefinite() {
        if (proper()) {
            return String.join(" ", words);
        }
        var all = decapitalized(String.join(" ", words));
        if (plural()) {
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

    char gender() {
        var head = head();
        if (plural()) {
            return 'p';
        }
        if (LEXICON.words("female").contains(head) || head.endsWith("ess") && isPerson(head)) {
            return 'f';
        }
        return LEXICON.words("male").contains(head) ? 'm' : 'n';
    }

    /** As the one the story is about: a person without a name is given one. */
    Idea.Who hero(Random random) {
        var party = party();
        var person = party.kind().equals("person")
                && !Set.of("ghost", "alien", "spirit").contains(head());
        if (proper()) {
            var name = String.join(" ", words);
            var gender = plural() ? 'p' : name.matches(".*(a|ie|elle|ine|y|lyn|eth)$") ? 'f' : 'm';
            return new Idea.Who(name, name, name, name, gender, LEXICON.partyOfKind("person"));
        }
        if (!person) {
            return who();
        }
        if (plural()) {
            var sex = LEXICON.words("male").contains(head()) ? "m" : "f";
            var names = LEXICON.words("name-" + sex);
            var first = random.nextInt(names.size());
            var second = (first + 1 + random.nextInt(names.size() - 1)) % names.size();
            var intro = indefinite() + ", " + names.get(first) + " and " + names.get(second) + ",";
            return new Idea.Who(definite(), definite(), names.get(first), intro, 'p', party);
        }
        var gender = gender() == 'n' ? random.nextBoolean() ? 'f' : 'm' : gender();
        var names = LEXICON.words("name-" + gender);
        var name = names.get(random.nextInt(names.size()));
        return new Idea.Who(name, "the " + head(), name, introduced(name), gender, party);
    }

    /** "a boy named Elio", but "Mara the lighthouse keeper". */
    private String introduced(String name) {
        var everyday = LEXICON.words("female").contains(head())
                || LEXICON.words("male").contains(head())
                || head().equals("child");
        return everyday ? indefinite() + " named " + name : name + " the " + decapitalized(String.join(" ", words));
    }

    /** Two people of an idea, "two rival chefs" or "Anna and Ben", apart. */
    Optional<List<Idea.Who>> pair(Random random) {
        var lowered = words.stream().map(NounPhrase::lower).toList();
        var and = lowered.indexOf("and");
        if (and > 0 && and < words.size() - 1) {
            var first = of(words.subList(0, and)).orElseThrow().hero(random);
            return of(words.subList(and + 1, words.size())).map(it -> List.of(first, it.hero(random)));
        }
        if (!Set.of("two", "twin", "both", "rival").contains(lowered.getFirst())
                || !party().kind().equals("person")) {
            return Optional.empty();
        }
        var sex = gender() == 'p' && LEXICON.words("male").contains(head()) ? 'm' : 'f';
        var names = LEXICON.words("name-" + sex);
        var at = random.nextInt(names.size());
        var one = names.get(at);
        var two = names.get((at + 1 + random.nextInt(names.size() - 1)) % names.size());
        return Optional.of(List.of(
                new Idea.Who(one, one, one, one + " the " + head(), sex, LEXICON.partyOfKind("person")),
                new Idea.Who(two, two, two, two + " the " + head(), sex, LEXICON.partyOfKind("person"))));
    }

    /** As the other one: called what the idea calls it. */
    Idea.Who who() {
        var speaker = definite().replaceFirst("^the ", "");
        var party = party();
        var gender = gender() == 'n' && party.kind().equals("person") && proper() ? 'm' : gender();
        return new Idea.Who(definite(), definite(), Telling.capitalized(speaker), indefinite(), gender, party);
    }
}
