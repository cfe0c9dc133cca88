package io.vimax.worker.provider.local.story.idea;

import io.vimax.worker.provider.local.story.text.ResourceLines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the story writer knows of the world in one language: places, beings and things, verbs, names. */
public final class Lexicon {
    public static final Lexicon ENGLISH = new Lexicon("en");
    public static final Lexicon CHINESE = new Lexicon("zh");

    public record Spot(String name, boolean interior) {}

    /** @param deed what is done there every day */
    public record Place(List<String> words, List<Spot> spots, List<String> props, String sound, String deed) {}

    /** Somebody or something that can be the other one in a story. */
    public record Party(String kind, List<String> acts, String trace, String gift, String look) {}

    private final String language;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Place> placeByWord = new LinkedHashMap<>();
    private final Map<String, String> placeByRole = new LinkedHashMap<>();
    private final Map<String, Party> partyByWord = new LinkedHashMap<>();
    private final Map<String, Party> partyByKind = new LinkedHashMap<>();
    private final Map<String, String> arcByVerb = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();

    private Lexicon(String language) {
        this.language = language;
        for (var line : ResourceLines.beside(Lexicon.class, "lexicon-" + language + ".txt")) {
            var columns = List.of(line.split("\\s*\\|\\s*"));
            switch (columns.getFirst().strip()) {
                case "place" -> addPlace(columns);
                case "role" -> list(columns.get(1), ",").forEach(it -> placeByRole.put(it, columns.get(2)));
                case "party" -> list(columns.get(1), ",").forEach(it -> partyByWord.put(it, party(columns)));
                case "kind" -> partyByKind.put(columns.get(1), party(columns));
                case "verb" -> list(columns.get(2), ";").forEach(it -> arcByVerb.put(it, columns.get(1)));
                case "name" -> words.put("name-" + columns.get(1), list(columns.get(2), ";"));
                default -> words.put(columns.getFirst(), list(columns.get(1), ";"));
            }
        }
    }

    private static List<String> list(String column, String separator) {
        return List.of(column.strip().split("\\s*" + separator + "\\s*"));
    }

    private void addPlace(List<String> columns) {
        var spots = list(columns.get(2), ";").stream()
                .map(it -> new Spot(it.substring(2), it.startsWith("i")))
                .toList();
        var names = list(columns.get(1), ",");
        var place = new Place(names, spots, list(columns.get(3), ";"), columns.get(4), columns.get(5));
        places.add(place);
        names.forEach(it -> placeByWord.putIfAbsent(it, place));
    }

    private static Party party(List<String> columns) {
        return columns.getFirst().equals("kind")
                ? new Party(columns.get(1), list(columns.get(2), ";"), columns.get(3), columns.get(4), columns.get(5))
                : new Party(columns.get(2), list(columns.get(3), ";"), columns.get(4), columns.get(5), columns.get(6));
    }

    public boolean chinese() {
        return language.equals("zh");
    }

    public Optional<Place> findPlace(String word) {
        return Optional.ofNullable(placeByWord.get(word));
    }

    Optional<Place> findPlaceOfRole(String role) {
        return Optional.ofNullable(placeByRole.get(role)).flatMap(this::findPlace);
    }

    List<Place> places() {
        return places;
    }

    public Map<String, Place> placeWords() {
        return placeByWord;
    }

    Optional<Party> findParty(String word) {
        return Optional.ofNullable(partyByWord.get(word));
    }

    Map<String, Party> parties() {
        return partyByWord;
    }

    Party partyOfKind(String kind) {
        return Objects.requireNonNull(partyByKind.get(kind), kind);
    }

    Map<String, String> roles() {
        return placeByRole;
    }

    Optional<String> findArc(String verb) {
        return Optional.ofNullable(arcByVerb.get(verb));
    }

    Map<String, String> verbs() {
        return arcByVerb;
    }

    /** One of the plain lists: name-f, name-m, female, male, person, animal, adjective. */
    public List<String> words(String list) {
        return Objects.requireNonNull(words.get(list), list);
    }
}
