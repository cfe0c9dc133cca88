package io.vimax.worker.provider.local.story.idea;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Finds where an English idea takes place, and in which weather. */
final class EnglishSetting {
    private static final Lexicon LEXICON = Lexicon.ENGLISH;

    private EnglishSetting() {}

    /** @param name what the telling calls it, with its article */
    record Where(Lexicon.Place place, String name) {}

    static Where place(List<String> words, List<String> subject, List<String> rest, Random random) {
        for (var i = 0; i + 1 < words.size(); i++) {
            if (EnglishSyntax.LOCATIVE.contains(words.get(i).toLowerCase(Locale.ROOT))) {
                var after = EnglishSyntax.upTo(words.subList(i + 1, words.size()), EnglishSyntax.PHRASE_ENDS);
                var phrase = NounPhrase.of(after);
                var known =
                        phrase.flatMap(it -> LEXICON.findPlace(it.head()).or(() -> LEXICON.findPlace(it.compound())));
                if (known.isPresent()) {
                    return new Where(known.get(), phrase.orElseThrow().definite());
                }
                if (phrase.filter(NounPhrase::proper).isPresent()) {
                    return new Where(
                            LEXICON.findPlace("city").orElseThrow(),
                            phrase.orElseThrow().definite());
                }
            }
        }
        for (var token : words) {
            var word = NounPhrase.singular(token.toLowerCase(Locale.ROOT));
            var place = LEXICON.findPlace(word);
            if (place.isPresent()
                    && word.equals(token.toLowerCase(Locale.ROOT))
                    && !Set.of("room", "deep", "field", "sky", "cloud", "dream", "ice", "ship", "boat", "train")
                            .contains(word)) {
                return new Where(place.get(), "the " + word);
            }
        }
        for (var phrase : List.of(subject, rest)) {
            for (var token : phrase) {
                var word = NounPhrase.singular(token.toLowerCase(Locale.ROOT));
                var place = LEXICON.findPlaceOfRole(word).or(() -> LEXICON.findPlace(word));
                if (place.isPresent()) {
                    return new Where(place.get(), "the " + place.get().words().getFirst());
                }
            }
        }
        var usual = List.of("village", "house", "city", "garden", "rooftop");
        var place = LEXICON.findPlace(usual.get(random.nextInt(usual.size()))).orElseThrow();
        return new Where(place, "the " + place.words().getFirst());
    }

    /** What an idea says about the weather. */
    static Optional<String> weather(String idea) {
        var text = idea.toLowerCase(Locale.ROOT);
        for (var known : List.of("storm", "snow", "rain", "fog", "wind")) {
            if (text.matches("(?s).*\\b(thunder)?" + known + "(s|y|ing|gy|fall|flakes?|storms?|man)?\\b.*")) {
                return Optional.of(known);
            }
        }
        return text.matches("(?s).*\\b(winter|ice|arctic|antarctica|christmas|penguins?|north pole|glacier)\\b.*")
                ? Optional.of("snow")
                : Optional.empty();
    }
}
