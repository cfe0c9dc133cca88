package io.vimax.worker.provider.local.story.idea;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Makes somebody of a story out of a Chinese noun phrase: how many there are, of which sex, age and kind, is what it says. */
final class ChineseCast {
    static final Pattern MEASURE = Pattern.compile(
            "^(这|那)?([一两二三四五六七八九十几]|一群|一对)?(只|个|位|名|条|棵|匹|头|座|群|对|艘|颗|辆|台|朵|家|把|封|本|尾|株|片|首|场|间|架|件|轮|阵)?");
    private static final Pattern COUNT =
            Pattern.compile("^(?:这|那)?(?:([两二三四五六七八九十几])(?:只|个|位|名|条|匹|头|台|尾|姐妹|兄弟|姊妹|人)|(一群|几)|(一对))");
    private static final Pattern PAIR = Pattern.compile(".*(双胞胎|姐妹|姊妹|兄弟|兄妹|姐弟|夫妻|夫妇|情侣|父母|母女|父子|母子|父女)$");
    private static final Pattern CHILD = Pattern.compile(".*(女孩|男孩|孩子|小孩|孩|童|娃|小姑娘|孙女|孙子|宝宝|小王子|小公主|小学生)们?$");
    private static final Pattern TEENAGE = Pattern.compile(".*(少年|少女|姐妹|姊妹|兄弟|兄妹|姐弟|双胞胎|哥哥|弟弟|姐姐|妹妹|学生|姑娘)们?$");
    private static final Pattern OLD =
            Pattern.compile("^老.*|.*(奶奶|爷爷|外婆|外公|婆婆|公公|老人|老[^师板鼠虎鹰家]{1,3}|祖母|祖父|姥姥|姥爷|老太太|老头)$");
    private static final int MOST = 5;
    private static final Lexicon LEXICON = Lexicon.CHINESE;

    private ChineseCast() {}

    static Idea.Who hero(String subject, Random random) {
        var parts = parts(subject);
        if (parts.size() > 1) {
            return Idea.Who.together(parts.stream().map(it -> hero(it, random)).toList(), "和");
        }
        var noun = noun(subject);
        var party = party(noun);
        var counted = MEASURE.matcher(subject.strip()).replaceFirst("").length()
                < subject.strip().length();
        var nameless = List.of("鬼", "外星人", "幽灵", "影子").contains(noun);
        var person = party.kind().equals("person") && isPerson(noun) && !nameless;
        if (person && (counted || count(subject, noun) > 1)) {
            var sexes = sexes(subject, noun, random.nextBoolean());
            var names = names(sexes, random);
            var members = members(noun, party, sexes, names);
            var bare = MEASURE.matcher(subject.strip()).replaceFirst("");
            return sexes.size() == 1
                    ? new Idea.Who(
                            names.getFirst(),
                            noun,
                            names.getFirst(),
                            bare + names.getFirst(),
                            sexes.getFirst(),
                            party,
                            members)
                    : new Idea.Who(
                            group(subject, noun),
                            group(subject, noun),
                            names.getFirst(),
                            subject.strip() + String.join("、", names.subList(0, names.size() - 1)) + "和"
                                    + names.getLast(),
                            'p',
                            party,
                            members);
        }
        var who = other(subject);
        // An unknown word before a verb is most likely a name.
        var known = longest(LEXICON.parties(), noun).isPresent()
                || isPerson(noun)
                || LEXICON.words("animal").stream().anyMatch(noun::endsWith)
                || counted;
        var intro = counted || noun.length() > 3 ? subject.strip() : noun;
        var kind = known ? who.party() : LEXICON.partyOfKind("person");
        var members = known
                ? who.members()
                : List.of(new Idea.Member(noun, person(noun, 0, sexOf(noun, 'm')) + "；" + kind.look()));
        return new Idea.Who(
                who.name(),
                noun,
                who.speaker(),
                intro.isBlank() ? noun : intro,
                known ? who.gender() : sexOf(noun, 'm'),
                kind,
                members);
    }

    static Idea.Who other(String phrase) {
        var parts = parts(phrase);
        if (parts.size() > 1) {
            return Idea.Who.together(parts.stream().map(ChineseCast::other).toList(), "和");
        }
        var noun = noun(phrase);
        var party = party(noun);
        if (!party.kind().equals("person") || !isPerson(noun)) {
            var count = count(phrase, noun);
            var many = count > 1 ? "一两三四五".charAt(count - 1) + "个" : "";
            var look = kind(party.kind()) + many + noun + "；" + party.look();
            return new Idea.Who(
                    noun, noun, noun, noun, count > 1 ? 'p' : 'n', party, List.of(new Idea.Member(noun, look)));
        }
        // Without a word about the sex the noun decides, so that an idea always means the same person.
        var sexes = sexes(phrase, noun, (noun.hashCode() & 1) == 0);
        var names = sexes.size() == 1
                ? List.of(noun)
                : IntStream.range(0, sexes.size())
                        .mapToObj(i -> "一二三四五".charAt(i) + "号" + noun)
                        .toList();
        return new Idea.Who(
                noun,
                noun,
                names.getFirst(),
                noun,
                sexes.size() > 1 ? 'p' : sexes.getFirst(),
                party,
                members(noun, party, sexes, names));
    }

    /** 一只丢失的月亮 -> 月亮. */
    static String noun(String phrase) {
        var bare = phrase.strip().replaceFirst("^最后", "").replaceFirst("(里|上|中|边)?的?(故事|生活)$", "");
        bare = MEASURE.matcher(bare).replaceFirst("");
        bare = bare.substring(bare.lastIndexOf('的') + 1);
        bare = bare.replaceFirst("^(自己|他|她|它)的?", "").replaceFirst("(成为|成了|做|交).*$", "");
        return bare.length() > 8 ? bare.substring(0, 8) : bare;
    }

    static Lexicon.Party party(String noun) {
        return longest(LEXICON.parties(), noun).orElseGet(() -> {
            if (LEXICON.words("animal").stream().anyMatch(noun::endsWith)) {
                return LEXICON.partyOfKind("animal");
            }
            return LEXICON.partyOfKind(isPerson(noun) ? "person" : "thing");
        });
    }

    /** The entry whose key ends the noun, the longest one: 小机器人 is a robot, not a person. */
    static <T> Optional<T> longest(Map<String, T> entries, String noun) {
        return entries.entrySet().stream()
                .filter(it -> noun.endsWith(it.getKey()))
                .max(Comparator.comparingInt(it -> it.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /** 兔子 and 狮子 are no persons although they end like 孩子. */
    private static boolean isPerson(String noun) {
        var bare = noun.replaceFirst("们$", "");
        var being = longest(LEXICON.parties(), bare);
        if (being.isPresent() && !being.get().kind().equals("person")) {
            return false;
        }
        return LEXICON.words("female").stream().anyMatch(bare::endsWith)
                || LEXICON.words("male").stream().anyMatch(bare::endsWith)
                || PAIR.matcher(bare).matches()
                || LEXICON.words("animal").stream().noneMatch(bare::endsWith)
                        && (LEXICON.words("person").stream().anyMatch(bare::endsWith)
                                || LEXICON.roles().keySet().stream()
                                        .anyMatch(it -> it.length() > 1 && bare.endsWith(it)));
    }

    private static List<String> parts(String phrase) {
        var parts = List.of(phrase.strip().split("[和与跟]"));
        var alive = parts.stream()
                .allMatch(it -> !it.isBlank()
                        && List.of("person", "animal", "machine")
                                .contains(party(noun(it)).kind()));
        return parts.size() > 1 && alive ? parts : List.of(phrase);
    }

    /** 三个男孩 are 男孩们 from then on; 两姐妹 stay that. */
    private static String group(String subject, String noun) {
        var whole = subject.strip();
        return whole.matches("^(两|三|四|五)(姐妹|兄弟|姊妹).*")
                ? whole
                : noun.endsWith("们") || PAIR.matcher(noun).matches() ? noun : noun + "们";
    }

    private static int count(String subject, String noun) {
        var counted = COUNT.matcher(subject.strip());
        if (counted.find()) {
            if (counted.group(1) != null) {
                return Math.max(2, Math.min(MOST, "一二三四五六七八九十".indexOf(counted.group(1)) + 1));
            }
            return counted.group(2) != null ? 3 : 2;
        }
        return noun.endsWith("们") ? 3 : PAIR.matcher(noun).matches() ? 2 : 1;
    }

    private static List<Character> sexes(String subject, String noun, boolean womanFirst) {
        var mixed = noun.matches(".*(夫妻|夫妇|情侣|父母|兄妹|姐弟|母子|父女)$");
        var sex = mixed ? 'n' : sexOf(noun, 'n');
        var first = noun.matches(".*(夫妻|夫妇|兄妹|父女)$") ? false : mixed || womanFirst;
        return IntStream.range(0, count(subject, noun))
                .mapToObj(i -> sex != 'n' ? sex : (i % 2 == 0) == first ? 'f' : 'm')
                .toList();
    }

    private static char sexOf(String noun, char unsaid) {
        if (LEXICON.words("female").stream().anyMatch(noun::contains)) {
            return 'f';
        }
        return LEXICON.words("male").stream().anyMatch(noun::contains) ? 'm' : unsaid;
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

    private static List<Idea.Member> members(
            String noun, Lexicon.Party party, List<Character> sexes, List<String> names) {
        return IntStream.range(0, sexes.size())
                .mapToObj(i -> new Idea.Member(names.get(i), person(noun, i, sexes.get(i)) + "；" + party.look()))
                .toList();
    }

    /** Who one sees: first the age and the sex, then the trade. */
    private static String person(String noun, int index, char sex) {
        var woman = sex == 'f';
        var generations = noun.matches("(母女|父子|母子|父女)");
        if (CHILD.matcher(noun).matches() || generations && index == 1) {
            return woman ? "女孩" : "男孩";
        }
        if (OLD.matcher(noun).matches()) {
            return woman ? "老奶奶" : "老爷爷";
        }
        if (TEENAGE.matcher(noun).matches()) {
            return woman ? "少女" : "少年";
        }
        return (woman ? "女人" : "男人") + (noun.matches(".*(男人|女人)") ? "" : "，" + noun);
    }

    /** Who is no person says so, for whoever draws it. */
    private static String kind(String kind) {
        return switch (kind) {
            case "animal" -> "动物：";
            case "nature" -> "自然：";
            case "thing" -> "物件：";
            case "idea" -> "无形：";
            default -> "";
        };
    }
}
