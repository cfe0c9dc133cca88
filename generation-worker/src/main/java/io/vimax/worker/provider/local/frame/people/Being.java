package io.vimax.worker.provider.local.frame.people;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom or what a name of a shot stands for: read from what is known of the looks ("Lena: a girl; plain coat"), else from
 * the name itself.
 *
 * @param name with the mark of another costume where it has one, "Lena~2"
 * @param count how many stand for the one name: "Foxes: two foxes"
 * @param drawn the thing or animal it is drawn as; null for people and for what cannot be drawn
 */
public record Being(
        String name,
        Nature nature,
        Sex sex,
        Age age,
        int count,
        boolean crowned,
        @Nullable String drawn) {

    public enum Nature {
        PERSON,
        ROBOT,
        ANIMAL,
        /** Things, weather and notions: what is seen of them is in the description. */
        NO_FIGURE
    }

    public enum Sex {
        FEMALE,
        MALE,
        UNSAID
    }

    public enum Age {
        CHILD,
        TEENAGE,
        GROWN,
        OLD
    }

    private static final String[] WOMEN = {
        "girl",
        "woman",
        "women",
        "mother",
        "queen",
        "princess",
        "lady",
        "grandmother",
        "grandma",
        "granny",
        "daughter",
        "granddaughter",
        "sister",
        "aunt",
        "witch",
        "widow",
        "wife",
        "mermaid",
        "bride",
        "nun",
        "女",
        "妈",
        "母",
        "奶奶",
        "姐",
        "妹",
        "婆",
        "娘",
        "公主",
        "她",
        "妇",
        "王后",
        "阿姨",
        "姥姥"
    };
    private static final String[] MEN = {
        "boy",
        "man",
        "men",
        "father",
        "king",
        "prince",
        "grandfather",
        "grandpa",
        "son",
        "grandson",
        "brother",
        "captain",
        "uncle",
        "wizard",
        "monk",
        "knight",
        "husband",
        "fisherman",
        "男",
        "爸",
        "父",
        "爷爷",
        "哥",
        "弟",
        "公公",
        "王子",
        "儿子",
        "伯",
        "叔",
        "少年",
        "国王",
        "皇帝",
        "和尚",
        "书生"
    };
    private static final String[] CHILDREN = {
        "boy",
        "girl",
        "child",
        "children",
        "kid",
        "son",
        "daughter",
        "little",
        "baby",
        "grandson",
        "granddaughter",
        "男孩",
        "女孩",
        "孩",
        "小朋友",
        "儿子",
        "女儿",
        "童",
        "孙女",
        "孙子"
    };
    private static final String[] OLD = {
        "old",
        "elderly",
        "grandmother",
        "grandfather",
        "grandma",
        "grandpa",
        "granny",
        "elder",
        "keeper",
        "captain",
        "master",
        "爷爷",
        "奶奶",
        "老",
        "师父",
        "船长",
        "祖",
        "婆婆",
        "姥"
    };
    private static final String[] UNSEEN = {"an object:", "force of nature", "an unseen thing", "物件：", "自然：", "无形："};
    private static final Set<String> NATURE = Set.of(
            "storm", "wind", "moon", "sun", "rain", "snow", "sea", "fog", "cloud", "star", "stars", "comet", "thunder",
            "river", "tree", "ocean", "风", "月亮", "太阳", "雨", "雪", "大海", "雾", "云", "星星", "流星", "暴风雨", "风暴", "树");
    private static final Set<String> MENS_NAMES = Set.of(
            "tom", "ben", "sam", "jack", "john", "peter", "paul", "max", "leo", "finn", "tomas", "elio", "anton",
            "jonah", "emil", "oskar", "bram", "milo", "silas", "luca", "noah", "joshua", "harry", "charlie");
    private static final Set<String> WOMENS_NAMES = Set.of(
            "ines", "wren", "june", "iris", "alice", "grace", "ruth", "helen", "sarah", "hannah", "anne", "jane");
    private static final Pattern MARK = Pattern.compile("~[0-9a-f]{1,16}$");
    private static final Pattern HEAD = Pattern.compile("^([^;；,，.。]*).*", Pattern.DOTALL);

    /** The name alone: of "Lena~2: a girl; plain coat" it is "Lena". */
    public static String nameIn(String person) {
        return MARK.matcher(marked(person)).replaceFirst("");
    }

    /** The same person in other clothes, which follow from the number. */
    public static String dressedAnew(String person, long number) {
        int colon = person.indexOf(": ");
        return nameIn(person) + "~" + Long.toHexString(number) + (colon < 0 ? "" : person.substring(colon));
    }

    private static String marked(String person) {
        int colon = person.indexOf(": ");
        return (colon < 0 ? person : person.substring(0, colon)).strip();
    }

    /** @param person a name, or a name, a colon and how that one looks */
    public static Being of(String person) {
        Being plain = unmarked(nameIn(person), person);
        String marked = marked(person);
        return marked.equals(plain.name())
                ? plain
                : new Being(marked, plain.nature, plain.sex, plain.age, plain.count, plain.crowned, plain.drawn);
    }

    private static Being unmarked(String name, String person) {
        int colon = person.indexOf(": ");
        boolean told = colon >= 0 && !person.substring(colon + 1).isBlank();
        String look = told ? person.substring(colon + 1).strip().toLowerCase(Locale.ROOT) : name;
        if (new Words(look).any(UNSEEN) || !told && NATURE.contains(name.toLowerCase(Locale.ROOT))) {
            String thing = told
                    ? Thing.mainIn(HEAD.matcher(look).replaceFirst("$1"))
                            .map(Thing::name)
                            .orElse(null)
                    : null;
            return new Being(name, Nature.NO_FIGURE, Sex.UNSAID, Age.GROWN, 1, false, thing);
        }
        String first = HEAD.matcher(look).replaceFirst("$1");
        Words words = new Words(first);
        int count = count(words);
        if (words.any("robot", "android", "droid", "machine", "automaton", "机器", "机械")) {
            return new Being(name, Nature.ROBOT, Sex.UNSAID, Age.GROWN, count, false, null);
        }
        Sex sex = sex(words);
        Age age = words.any("teenage", "teenager", "少女", "少年")
                ? Age.TEENAGE
                : words.any(OLD) ? Age.OLD : words.any(CHILDREN) ? Age.CHILD : Age.GROWN;
        // "Little Fox" is a fox, "a woman with a fox" a woman.
        boolean human = sex != Sex.UNSAID || words.any("person", "child", "children", "人", "孩");
        boolean called = words.any("an animal:", "动物：");
        Optional<Thing> animal = human && !called ? Optional.empty() : Thing.animalIn(first);
        if (animal.isPresent() || called) {
            String kind = animal.map(Thing::name).orElse("dog");
            return new Being(name, Nature.ANIMAL, Sex.UNSAID, Age.GROWN, count, false, kind);
        }
        boolean crowned =
                new Words(look).any("king", "queen", "emperor", "empress", "crown", "国王", "王后", "女王", "皇帝", "皇后");
        return new Being(name, Nature.PERSON, sex == Sex.UNSAID ? byName(name) : sex, age, 1, crowned, null);
    }

    /** The same kind again, dressed otherwise. */
    Being another(int number) {
        return new Being(name + " " + number, nature, sex, age, 1, crowned, drawn);
    }

    private static Sex sex(Words words) {
        // The word that comes first: "an old woman, the king's cook".
        int woman = first(words, WOMEN);
        int man = first(words, MEN);
        return woman < 0 && man < 0 ? Sex.UNSAID : man < 0 || woman >= 0 && woman <= man ? Sex.FEMALE : Sex.MALE;
    }

    private static int first(Words words, String... any) {
        int first = -1;
        for (String word : any) {
            int at = words.at(word);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }

    private static Sex byName(String name) {
        String given = name.toLowerCase(Locale.ROOT).split("[\\s·]")[0];
        if (MENS_NAMES.contains(given)) {
            return Sex.MALE;
        }
        return WOMENS_NAMES.contains(given) || given.matches("[a-z]{2,}(a|elle|ine|ette|lyn|eth)")
                ? Sex.FEMALE
                : Sex.UNSAID;
    }

    private static int count(Words words) {
        if (words.any("five", "six", "seven", "五个", "五只")) {
            return 5;
        }
        if (words.any("four", "四个", "四只")) {
            return 4;
        }
        return words.any("three", "several", "many", "三个", "三只") ? 3 : words.any("two", "twin", "pair", "两") ? 2 : 1;
    }
}
