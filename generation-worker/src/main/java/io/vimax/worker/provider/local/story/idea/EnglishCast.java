package io.vimax.worker.provider.local.story.idea;

import io.vimax.worker.provider.local.story.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes somebody of a story out of a noun phrase: how many there are, of which sex, age and kind, is what the phrase says. */
final class EnglishCast {
    private static final Lexicon LEXICON = Lexicon.ENGLISH;

    /** As many as a picture can tell apart. */
    private static final int MOST = 5;

    private static final Set<String> NAMELESS = Set.of("ghost", "alien", "spirit", "shadow", "phantom");
    private static final Set<String> MIXED = Set.of("couple", "family", "parent", "grandparent", "sibling", "lover");
    private static final Set<String> CHILDREN = Set.of(
            "girl",
            "boy",
            "child",
            "kid",
            "orphan",
            "pupil",
            "baby",
            "toddler",
            "lad",
            "schoolboy",
            "schoolgirl",
            "granddaughter",
            "grandson",
            "grandchild",
            "infant");
    private static final Set<String> TEENAGERS =
            Set.of("sister", "brother", "twin", "sibling", "student", "teenager", "apprentice");
    private static final List<String> ORDINALS = List.of("First", "Second", "Third", "Fourth", "Fifth");

    /** What one sees of a person, besides the sex. */
    private enum Age {
        CHILD("girl", "boy"),
        TEENAGE("teenage girl", "teenage boy"),
        GROWN("woman", "man"),
        OLD("old woman", "old man");

        private final String female;
        private final String male;

        Age(String female, String male) {
            this.female = female;
            this.male = male;
        }

        String person(char sex) {
            return sex == 'f' ? female : male;
        }
    }

    private EnglishCast() {}

    /** As the one the story is about: people without a name are given one. */
    static Idea.Who hero(NounPhrase phrase, Random random) {
        var parts = phrase.parts();
        if (parts.size() > 1) {
            return Idea.Who.together(parts.stream().map(it -> hero(it, random)).toList(), " and ");
        }
        if (phrase.proper()) {
            return named(phrase);
        }
        if (!isPerson(phrase)) {
            return other(phrase);
        }
        var sexes = sexes(phrase, random.nextBoolean());
        var names = names(sexes, random);
        var members = members(phrase, sexes, names);
        if (phrase.plural()) {
            var all = String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
            var intro = phrase.indefinite() + ", " + all + ",";
            return new Idea.Who(
                    phrase.definite(), phrase.definite(), names.getFirst(), intro, 'p', phrase.party(), members);
        }
        var name = names.getFirst();
        return new Idea.Who(
                name,
                "the " + phrase.head(),
                name,
                introduced(phrase, name),
                sexes.getFirst(),
                phrase.party(),
                members);
    }

    /** As the other one: called what the idea calls it. */
    static Idea.Who other(NounPhrase phrase) {
        var parts = phrase.parts();
        if (parts.size() > 1) {
            return Idea.Who.together(parts.stream().map(EnglishCast::other).toList(), " and ");
        }
        if (phrase.proper()) {
            return named(phrase);
        }
        var party = phrase.party();
        var speaker = Words.capitalized(phrase.definite().replaceFirst("^the ", ""));
        if (!isPerson(phrase)) {
            var look = kind(party.kind()) + phrase.indefinite() + "; " + party.look();
            var members = List.of(new Idea.Member(speaker, look));
            var gender = phrase.plural() ? 'p' : 'n';
            return new Idea.Who(
                    phrase.definite(), phrase.definite(), speaker, phrase.indefinite(), gender, party, members);
        }
        // Without a word about the sex the noun decides, so that an idea always means the same person.
        var sexes = sexes(phrase, (phrase.head().hashCode() & 1) == 0);
        var names = sexes.size() == 1
                ? List.of(speaker)
                : IntStream.range(0, sexes.size())
                        .mapToObj(i -> ORDINALS.get(i) + " " + age(phrase, i).person(sexes.get(i)))
                        .toList();
        var gender = phrase.plural() ? 'p' : sexes.getFirst();
        return new Idea.Who(
                phrase.definite(),
                phrase.definite(),
                names.getFirst(),
                phrase.indefinite(),
                gender,
                party,
                members(phrase, sexes, names));
    }

    /** Two people of an idea, "two rival chefs" or "Anna and Ben", apart; nobody when it speaks of others. */
    static List<Idea.Who> pair(NounPhrase phrase, Random random) {
        var parts = phrase.parts();
        if (parts.size() == 2) {
            return parts.stream().map(it -> hero(it, random)).toList();
        }
        if (parts.size() > 2 || phrase.count() != 2 || !isPerson(phrase)) {
            return List.of();
        }
        var sexes = sexes(phrase, random.nextBoolean());
        var names = names(sexes, random);
        var members = members(phrase, sexes, names);
        return IntStream.range(0, 2)
                .mapToObj(i -> new Idea.Who(
                        names.get(i),
                        names.get(i),
                        names.get(i),
                        names.get(i) + " the " + phrase.head(),
                        sexes.get(i),
                        LEXICON.partyOfKind("person"),
                        List.of(members.get(i))))
                .toList();
    }

    private static boolean isPerson(NounPhrase phrase) {
        return phrase.party().kind().equals("person") && !NAMELESS.contains(phrase.head());
    }

    private static Idea.Who named(NounPhrase phrase) {
        var name = String.join(" ", phrase.words());
        var sex = GivenNames.sex(phrase.words().getFirst());
        var party = LEXICON.partyOfKind("person");
        var look = article(Age.GROWN.person(sex)) + "; " + party.look();
        return new Idea.Who(name, name, name, name, sex, party, List.of(new Idea.Member(name, look)));
    }

    /** "a boy named Elio", but "Mara the lighthouse keeper". */
    private static String introduced(NounPhrase phrase, String name) {
        var everyday = NounPhrase.sex(phrase.head()) != 'n' || phrase.head().equals("child");
        return everyday ? phrase.indefinite() + " named " + name : name + " the " + phrase.bare();
    }

    private static List<Character> sexes(NounPhrase phrase, boolean womanFirst) {
        var head = phrase.head();
        var sex = NounPhrase.sex(head);
        return IntStream.range(0, Math.min(MOST, phrase.count()))
                .mapToObj(i -> sex != 'n' ? sex : (i % 2 == 0) == (womanFirst || MIXED.contains(head)) ? 'f' : 'm')
                .toList();
    }

    private static List<String> names(List<Character> sexes, Random random) {
        var names = new ArrayList<String>();
        for (var sex : sexes) {
            var free = LEXICON.words("name-" + sex).stream()
                    .filter(it -> !names.contains(it))
                    .toList();
            names.add(free.get(random.nextInt(free.size())));
        }
        return names;
    }

    private static List<Idea.Member> members(NounPhrase phrase, List<Character> sexes, List<String> names) {
        var head = phrase.head();
        var everyday = NounPhrase.sex(head) != 'n' && !phrase.crowned()
                || MIXED.contains(head)
                || CHILDREN.contains(head)
                || TEENAGERS.contains(head);
        return IntStream.range(0, sexes.size())
                .mapToObj(i -> new Idea.Member(
                        names.get(i),
                        article(age(phrase, i).person(sexes.get(i)))
                                + (everyday ? "" : ", " + article(head))
                                + "; "
                                + phrase.party().look()))
                .toList();
    }

    /** The third of a family is the child. */
    private static Age age(NounPhrase phrase, int index) {
        var head = phrase.head();
        var said = phrase.words().stream()
                .map(it -> it.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());
        if (head.equals("family")) {
            return index < 2 ? Age.GROWN : Age.CHILD;
        }
        if (head.matches("grand(mother|father|ma|pa|dad|parent)|granny|elder|crone|hermit|wizard")
                || !head.equals("friend")
                        && said.stream().anyMatch(Set.of("old", "elderly", "aging", "ageing", "retired")::contains)) {
            return Age.OLD;
        }
        if (CHILDREN.contains(head) || said.contains("little")) {
            return said.contains("teenage") ? Age.TEENAGE : Age.CHILD;
        }
        var grown = said.stream().anyMatch(Set.of("grown", "adult", "rival", "married")::contains);
        return (TEENAGERS.contains(head) || said.contains("teenage")) && !grown ? Age.TEENAGE : Age.GROWN;
    }

    /** Who is no person says so, for whoever draws it. */
    private static String kind(String kind) {
        return switch (kind) {
            case "animal" -> "an animal: ";
            case "nature" -> "a force of nature: ";
            case "thing" -> "an object: ";
            case "idea" -> "an unseen thing: ";
            default -> "";
        };
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
