package io.vimax.worker.provider.local.story.idea;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The little that has to be known about English verbs: their stems and their past tense. */
final class EnglishVerbs {
    private static final Map<String, String> PAST = Map.ofEntries(
            Map.entry("find", "found"),
            Map.entry("lose", "lost"),
            Map.entry("meet", "met"),
            Map.entry("build", "built"),
            Map.entry("write", "wrote"),
            Map.entry("leave", "left"),
            Map.entry("become", "became"),
            Map.entry("make", "made"),
            Map.entry("hear", "heard"),
            Map.entry("buy", "bought"),
            Map.entry("draw", "drew"),
            Map.entry("steal", "stole"),
            Map.entry("beat", "beat"),
            Map.entry("fight", "fought"),
            Map.entry("catch", "caught"),
            Map.entry("fly", "flew"),
            Map.entry("ride", "rode"),
            Map.entry("drive", "drove"),
            Map.entry("go", "went"),
            Map.entry("swim", "swam"),
            Map.entry("run", "ran"),
            Map.entry("seek", "sought"),
            Map.entry("feed", "fed"),
            Map.entry("let", "let"),
            Map.entry("hide", "hid"),
            Map.entry("wake", "woke"),
            Map.entry("grow", "grew"),
            Map.entry("say", "said"),
            Map.entry("forget", "forgot"),
            Map.entry("fall", "fell"),
            Map.entry("begin", "began"),
            Map.entry("teach", "taught"),
            Map.entry("quit", "quit"),
            Map.entry("sew", "sewed"),
            Map.entry("begins", "began"));

    private static final Set<String> NEVER = Set.of("is", "are", "was", "were", "has", "have", "had", "does", "do");

    private EnglishVerbs() {}

    /** The stem that the lexicon knows, for "finds", "finding", "found" and "find". */
    static Optional<String> knownStem(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        for (var stem : stems(lower)) {
            if (Lexicon.ENGLISH.findArc(stem).isPresent()) {
                return Optional.of(stem);
            }
        }
        return PAST.entrySet().stream()
                .filter(it -> it.getValue().equals(lower))
                .map(Map.Entry::getKey)
                .filter(it -> Lexicon.ENGLISH.findArc(it).isPresent())
                .findFirst();
    }

    /** A guess at an unknown verb in the third person: "juggles". */
    static Optional<String> guessedStem(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return NEVER.contains(lower) || !lower.matches("[a-z]{2,}[^su]s")
                ? Optional.empty()
                : Optional.of(third(lower));
    }

    private static String third(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("shes") || word.endsWith("ches") || word.endsWith("oes")
                ? word.substring(0, word.length() - 2)
                : word.substring(0, word.length() - 1);
    }

    private static List<String> stems(String word) {
        var length = word.length();
        if (word.endsWith("ing") && length > 5) {
            var stem = word.substring(0, length - 3);
            return List.of(stem, stem + "e", stem.substring(0, stem.length() - 1));
        }
        if (word.endsWith("ed") && length > 4) {
            var stem = word.substring(0, length - 2);
            return List.of(stem, stem + "e", stem.substring(0, stem.length() - 1), stem.replaceAll("i$", "y"));
        }
        return word.endsWith("s") && length > 3
                ? List.of(third(word), word.substring(0, length - 1), word)
                : List.of(word);
    }

    static String past(String stem) {
        var irregular = PAST.get(stem);
        if (irregular != null) {
            return irregular;
        }
        if (stem.endsWith("e")) {
            return stem + "d";
        }
        if (stem.matches(".*[^aeiou]y")) {
            return stem.substring(0, stem.length() - 1) + "ied";
        }
        return stem.matches(".?[^aeiou][aeiou][bdgmnprt]") ? stem + stem.charAt(stem.length() - 1) + "ed" : stem + "ed";
    }

    /** @param rest what follows the verb in the sentence */
    static String arc(String stem, List<String> rest, String sentence) {
        var following =
                String.join(" ", rest.subList(0, Math.min(3, rest.size()))).toLowerCase(Locale.ROOT);
        if (stem.equals("fall") || following.startsWith("friends") || following.startsWith("in love")) {
            return "befriend";
        }
        if (following.startsWith("goodbye") || following.contains("go of")) {
            return "farewell";
        }
        if (stem.equals("find") && !sentence.matches("(?i).*\\b(lost|missing|stolen|way)\\b.*")) {
            return "mystery";
        }
        if (Set.of("learn", "want", "try", "dream", "decide").contains(stem) && following.startsWith("to ")) {
            // "wants to build ..." is about building.
            return rest.size() < 2
                    ? "transformation"
                    : knownStem(rest.get(1))
                            .flatMap(Lexicon.ENGLISH::findArc)
                            .filter(it ->
                                    Set.of("invention", "journey", "rescue").contains(it)
                                            && rest.size() > 3
                                            && !stem.equals("learn"))
                            .orElse("transformation");
        }
        return Lexicon.ENGLISH
                .findArc(stem)
                .orElseGet(() ->
                        rest.stream().anyMatch(Set.of("through", "across", "to")::contains) ? "journey" : "skill");
    }
}
