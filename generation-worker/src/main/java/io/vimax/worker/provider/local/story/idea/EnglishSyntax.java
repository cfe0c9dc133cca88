package io.vimax.worker.provider.local.story.idea;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The small words at which English phrases and clauses end. */
final class EnglishSyntax {
    static final Set<String> LOCATIVE = Set.of(
            "in", "at", "on", "under", "inside", "near", "across", "through", "beneath", "above", "behind", "aboard",
            "by", "from", "beside", "below", "between", "outside", "around", "onto");
    static final Set<String> LINKS = Set.of("for", "with", "to", "into", "about", "of", "against", "after", "how");
    static final Set<String> STOPS = Set.of(
            "and", "but", "while", "when", "because", "before", "until", "so", "then", "or", "who", "that", "which",
            "after", "where", "whose", "as");

    /** Where a noun phrase is over; "of" keeps it going. */
    static final Set<String> PHRASE_ENDS = phraseEnds();

    private EnglishSyntax() {}

    private static Set<String> phraseEnds() {
        var all = new HashSet<>(STOPS);
        all.addAll(LOCATIVE);
        all.addAll(LINKS);
        all.remove("of");
        all.addAll(Set.of(",", ";", ":", "(", "—"));
        return all;
    }

    static List<String> upTo(List<String> tokens, Set<String> stops) {
        var kept = new ArrayList<String>();
        for (var token : tokens) {
            if (stops.contains(token.toLowerCase(Locale.ROOT)) && !kept.isEmpty()) {
                break;
            }
            kept.add(token);
        }
        return kept;
    }
}
