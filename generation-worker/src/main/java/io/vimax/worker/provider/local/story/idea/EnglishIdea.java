package io.vimax.worker.provider.local.story.idea;

import io.vimax.worker.provider.local.story.text.Sentences;
import io.vimax.worker.provider.local.story.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes an English idea apart: subject, verb, object, place, weather. Meant for one line; of more it reads the first. */
public final class EnglishIdea {
    private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"”]{2,60})[\"”]");
    private static final Pattern LEAD_IN = Pattern.compile(
            "(?i)^(please\\s+)?((make|write|create|tell|film|give)\\s+(me\\s+|us\\s+)?)?((an?|the|short|animated|my|our)\\s+)*"
                    + "(story|film|movie|video|tale|clip|episode|fairy tale|picture book|cartoon|idea)?\\s*"
                    + "((called|titled|named)\\s*)?[:,-]?\\s*(about|of|where|in which|on)\\s+(how\\s+)?");
    /** Beyond this nothing is an idea's word or clause any more. */
    private static final int LONGEST_WORD = 24;

    private static final int MOST_WORDS = 60;

    private final Lexicon lexicon = Lexicon.ENGLISH;
    private final Random random;
    private final List<String> words;
    private final String sentence;
    private final Optional<String> title;
    private final String whole;

    private EnglishIdea(String idea, Random random) {
        this.random = random;
        var text = idea.strip().replaceAll("\\s+", " ");
        if (text.chars().filter(Character::isUpperCase).count()
                        > 0.7 * text.chars().filter(Character::isLetter).count()
                && text.length() > 3) {
            text = Words.capitalized(text.toLowerCase(Locale.ROOT));
        }
        var quoted = QUOTED.matcher(text);
        var found = quoted.find();
        title = found ? Optional.of(quoted.group(1).strip().replaceAll("[.,]$", "")) : Optional.empty();
        var bare = found ? text.replace(quoted.group(), " ").strip() : text;
        if (bare.replaceAll("[^\\p{L}]", "").length() < 3) {
            bare = title.orElse(text);
        }
        bare = bare.replaceFirst(
                "(?i)^(once upon a time|(in|on|at|during|after|deep|far|one|long) [^,]{1,40}),\\s*", "");
        bare = LEAD_IN.matcher(bare)
                .replaceFirst("")
                .replaceAll("^[:,\\s–—-]+", "")
                .strip();
        // "a girl, a boy and a dog": the commas of a list are not the end of it.
        bare = bare.replaceFirst(
                "(?i)^(an? [\\w ]{2,24}), ((?:an?|the|his|her|their) [\\w ]{2,24},? and )", "$1 and $2");
        whole = bare.isEmpty() ? text : bare;
        sentence = Sentences.split(whole).getFirst().strip();
        words = List.of(sentence.replaceAll("[’]", "'")
                        .replaceAll("([,;:()—–])", " $1 ")
                        .replaceAll("[.!?\"]", " ")
                        .strip()
                        .split("\\s+"))
                .stream()
                .filter(it -> !it.isEmpty())
                .map(it -> it.length() <= LONGEST_WORD ? it : it.substring(0, LONGEST_WORD))
                .limit(MOST_WORDS)
                .toList();
    }

    public static Idea read(String idea, Random random) {
        return new EnglishIdea(idea, random).read();
    }

    private Idea read() {
        var fear = Pattern.compile(
                        "(?i)^(.+?) (?:who|that)? ?(?:is|was) (?:afraid|scared|frightened|terrified) of (.+)$")
                .matcher(sentence.replaceAll("[.!?]+$", ""));
        if (fear.matches()) {
            var hero = NounPhrase.of(List.of(fear.group(1).split(" "))).map(it -> EnglishCast.hero(it, random));
            if (hero.isPresent()) {
                var dread = fear.group(2);
                return finish(
                        "skill",
                        hero.get(),
                        NounPhrase.of(List.of(dread.split(" "))),
                        EnglishSetting.place(words, words, List.of(), random),
                        "stop fearing " + dread,
                        "feared " + dread);
            }
        }
        var verbAt = verbAt();
        if (verbAt < 0) {
            return withoutVerb();
        }
        var stem = EnglishVerbs.knownStem(words.get(verbAt))
                .or(() -> EnglishVerbs.guessedStem(words.get(verbAt)))
                .orElse("change");
        var subject = EnglishSyntax.upTo(
                words.subList(0, verbAt),
                Set.of(
                        "who",
                        "that",
                        "which",
                        ",",
                        "must",
                        "can",
                        "will",
                        "cannot",
                        "never",
                        "always",
                        "secretly",
                        "finally",
                        "slowly",
                        "tries",
                        "has",
                        "is",
                        "in",
                        "at",
                        "on",
                        "under",
                        "near",
                        "from",
                        "inside",
                        "behind",
                        "without"));
        var rest = words.subList(Math.min(words.size(), verbAt + 1), words.size());
        var actors = new ArrayList<>(subject.isEmpty() ? List.of("child") : subject);
        if (stem.equals("teach") && rest.contains("to")) {
            // Teacher and pupil do together what is taught.
            actors.add("and");
            actors.addAll(rest.subList(0, rest.indexOf("to")));
        }
        var hero = EnglishCast.hero(
                NounPhrase.of(actors)
                        .orElseGet(() -> NounPhrase.of(List.of("child")).orElseThrow()),
                random);
        var arc = EnglishVerbs.arc(stem, rest, sentence);
        var clause = clause(rest);
        var infinitive = clause.indexOf("to") >= 0
                        && clause.indexOf("to") <= 2
                        && Set.of(
                                        "learn", "want", "try", "dream", "decide", "hope", "wish", "refuse", "start",
                                        "begin", "teach", "need", "pretend")
                                .contains(stem)
                ? Optional.of(String.join(" ", clause.subList(clause.indexOf("to") + 1, clause.size())))
                : Optional.<String>empty();
        var goal =
                infinitive.filter(it -> !it.isBlank()).orElseGet(() -> (stem + " " + String.join(" ", clause)).strip());
        // "learns to ride a bicycle": the object is what follows the second verb.
        var object = infinitive.isPresent()
                ? object(clause.subList(Math.min(clause.size(), clause.indexOf("to") + 2), clause.size()))
                : object(rest);
        var place = EnglishSetting.place(words, subject, rest, random);
        if (arc.equals("rivalry")) {
            var both = NounPhrase.of(subject)
                    .map(it -> EnglishCast.pair(it, random))
                    .orElse(List.of());
            if (!both.isEmpty()) {
                return new Idea(
                        title,
                        sentence,
                        arc,
                        both.get(0),
                        both.get(1),
                        goal,
                        "",
                        place.place(),
                        place.name(),
                        object.map(NounPhrase::definite),
                        EnglishSetting.weather(whole),
                        false);
            }
        }
        var event = EnglishVerbs.past(stem) + " " + String.join(" ", clause);
        return finish(arc, hero, object, place, goal, event.strip());
    }

    private int verbAt() {
        for (var i = 0; i < words.size(); i++) {
            var before = i == 0 ? "" : words.get(i - 1).toLowerCase(Locale.ROOT);
            var gerund = i == 0 && words.get(i).endsWith("ing") && words.size() > 1;
            var nounPlace = NounPhrase.DETERMINERS.contains(before)
                    || lexicon.words("adjective").contains(before)
                    || EnglishSyntax.LOCATIVE.contains(before)
                    || before.equals("of");
            if ((i > 0 || gerund)
                    && !nounPlace
                    && EnglishVerbs.knownStem(words.get(i)).isPresent()
                    && !isBareNoun(i)) {
                return i;
            }
        }
        for (var i = 1; i < words.size(); i++) {
            var next = i + 1 < words.size() ? words.get(i + 1).toLowerCase(Locale.ROOT) : "";
            var follows = NounPhrase.DETERMINERS.contains(next)
                    || EnglishSyntax.LOCATIVE.contains(next)
                    || EnglishSyntax.LINKS.contains(next);
            if (follows
                            && EnglishVerbs.guessedStem(words.get(i)).isPresent()
                            && !NounPhrase.DETERMINERS.contains(words.get(i - 1).toLowerCase(Locale.ROOT))
                    || Set.of("who", "that").contains(words.get(i - 1).toLowerCase(Locale.ROOT))
                            && EnglishVerbs.guessedStem(words.get(i)).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** "dream" in "The dream house" or "play" at the end is a noun. */
    private boolean isBareNoun(int at) {
        var word = words.get(at);
        var bare = EnglishVerbs.knownStem(word)
                .filter(word.toLowerCase(Locale.ROOT)::equals)
                .isPresent();
        if (!bare || at == 0) {
            return false;
        }
        var subject = NounPhrase.of(words.subList(0, at));
        return subject.isEmpty() || !subject.get().plural();
    }

    /** The rest of the idea's first clause, short enough to be said in one breath. */
    private List<String> clause(List<String> rest) {
        var stops = new java.util.HashSet<>(EnglishSyntax.STOPS);
        stops.addAll(Set.of(",", ";", ":", "(", "—", "–"));
        var clause = new ArrayList<String>();
        for (var token : rest) {
            if (stops.contains(token.toLowerCase(Locale.ROOT)) && !clause.isEmpty()
                    || clause.size() >= 9
                    || clause.size() >= 3 && Set.of("with", "to", "for").contains(token.toLowerCase(Locale.ROOT))) {
                break;
            }
            clause.add(token);
        }
        while (!clause.isEmpty()
                && (EnglishSyntax.LOCATIVE.contains(clause.getLast())
                        || EnglishSyntax.LINKS.contains(clause.getLast())
                        || NounPhrase.DETERMINERS.contains(clause.getLast()))) {
            clause.removeLast();
        }
        return clause;
    }

    private Optional<NounPhrase> object(List<String> rest) {
        var chunk = new ArrayList<String>();
        for (var token : rest) {
            var lower = token.toLowerCase(Locale.ROOT);
            if (chunk.isEmpty()
                    && Set.of("why", "how", "what", "whether", "goodbye", "farewell", "sorry", "friends", "in", "love")
                            .contains(lower)) {
                continue;
            }
            var border = EnglishSyntax.LOCATIVE.contains(lower)
                    || EnglishSyntax.STOPS.contains(lower)
                    || lower.matches("[,;:(]");
            var link = EnglishSyntax.LINKS.contains(lower) && !(lower.equals("of") && !chunk.isEmpty());
            if ((border || link) && !chunk.isEmpty()) {
                break;
            }
            if (!border && !link) {
                chunk.add(token);
            } else if (border && !chunk.isEmpty()) {
                break;
            }
        }
        if (chunk.size() > 5
                || !chunk.isEmpty()
                        && EnglishVerbs.knownStem(chunk.getFirst()).isPresent()
                        && chunk.size() > 1
                        && NounPhrase.DETERMINERS.contains(chunk.get(1))) {
            chunk.removeFirst();
        }
        return NounPhrase.of(chunk)
                .filter(it -> !Set.of(
                                "it",
                                "him",
                                "her",
                                "them",
                                "himself",
                                "herself",
                                "itself",
                                "again",
                                "home",
                                "everything")
                        .contains(it.head()));
    }

    private Idea withoutVerb() {
        var and = words.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList().indexOf("and");
        var first = NounPhrase.of(
                EnglishSyntax.upTo(words.subList(0, and > 0 ? and : words.size()), EnglishSyntax.PHRASE_ENDS));
        var second = and > 0
                ? NounPhrase.of(EnglishSyntax.upTo(words.subList(and + 1, words.size()), EnglishSyntax.PHRASE_ENDS))
                : object(afterLink());
        var phrase = first.orElseGet(() -> NounPhrase.of(List.of("child")).orElseThrow());
        var place = EnglishSetting.place(words, words, List.of(), random);
        var kind = phrase.party().kind();
        var alive = Set.of("person", "animal", "machine").contains(kind)
                && lexicon.findPlace(phrase.head()).isEmpty();
        if (alive || second.isPresent()) {
            var arc = sentence.matches("(?i).*\\blast\\b.*")
                    ? "farewell"
                    : sentence.matches("(?i).*\\b(lost|missing)\\b.*") ? "quest" : "befriend";
            return finish(arc, EnglishCast.hero(phrase, random), second, place, "find a friend", "found a friend");
        }
        var arcOfKind = kind.equals("idea") || kind.equals("nature") ? "befriend" : "mystery";
        var hero = EnglishCast.hero(
                NounPhrase.of(List.of(random.nextBoolean() ? "girl" : "boy")).orElseThrow(), random);
        return finish(
                arcOfKind,
                hero,
                Optional.of(phrase),
                place,
                "understand " + phrase.definite(),
                "found " + phrase.indefinite());
    }

    private List<String> afterLink() {
        for (var i = 1; i + 1 < words.size(); i++) {
            if (Set.of("with", "without", "for", "versus", "vs")
                    .contains(words.get(i).toLowerCase(Locale.ROOT))) {
                return words.subList(i + 1, words.size());
            }
        }
        return List.of();
    }

    private Idea finish(
            String arc,
            Idea.Who hero,
            Optional<NounPhrase> object,
            EnglishSetting.Where where,
            String goal,
            String event) {
        if (arc.equals("transformation")
                && !goal.matches("(?i).*\\b(cry|laugh|love|smile|feel|sleep|dream|forgive|trust|brave"
                        + "|care|hope|weep|listen|kind|happy|human|friend|forget|remember)\\b.*")) {
            return finish("skill", hero, object, where, goal, event);
        }
        var haunted = whole.matches("(?i).*\\bhaunted\\b.*");
        var usable = object.filter(it -> arc.equals("invention")
                || lexicon.findPlace(it.head()).isEmpty()
                || !where.name().equals(it.definite()));
        // Nobody competes with a violin: it is what two want.
        var prize = arc.equals("rivalry")
                ? usable.filter(
                        it -> Set.of("thing", "idea").contains(it.party().kind()))
                : Optional.<NounPhrase>empty();
        var other =
                usable.filter(_ -> prize.isEmpty()).map(EnglishCast::other).orElseGet(() -> companion(arc, haunted));
        return new Idea(
                title,
                Words.capitalized(Sentences.logline(sentence)),
                arc,
                hero,
                other,
                goal,
                event,
                where.place(),
                where.name(),
                prize.isPresent()
                        ? prize.map(NounPhrase::definite)
                        : arc.equals("journey")
                                ? object.filter(it -> it.party().kind().equals("thing"))
                                        .map(NounPhrase::definite)
                                : Optional.empty(),
                EnglishSetting.weather(whole),
                whole.matches("(?i).*\\b(night|midnight|moon|stars?|moonlit)\\b.*"));
    }

    /** Who takes the other part when the idea names none. */
    private Idea.Who companion(String arc, boolean haunted) {
        var choice = haunted
                ? "ghost"
                : switch (arc) {
                    case "mystery" ->
                        List.of("hidden letter", "old key", "locked door").get(random.nextInt(3));
                    case "transformation" -> "sparrow";
                    case "loss" -> List.of("old dog", "brother", "sister").get(random.nextInt(3));
                    default ->
                        List.of("stray dog", "small bird", "crow", "hedgehog").get(random.nextInt(4));
                };
        return EnglishCast.other(NounPhrase.of(List.of(choice.split(" "))).orElseThrow());
    }
}
