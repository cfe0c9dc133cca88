package io.vimax.worker.provider.local.story;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** Takes a Chinese idea apart: who, verb, whom, where. Works on patterns (measure words, 的, 在, 和), without a segmenter. */
final class ChineseIdea {
    private static final Pattern TITLE = Pattern.compile("[《「“\"]([^》」”\"]{1,30})[》」”\"]");
    private static final Pattern LEAD_IN =
            Pattern.compile("^(请|帮我)?(写|讲|拍|做|来)?(一个|一部|一段|个)?(短片|视频|动画|电影|故事)?(，|：|:)?(关于|讲述了?|讲的是|说的是)");
    private static final Pattern MEASURE = Pattern.compile(
            "^(这|那)?([一两二三四五六七八九十几]|一群|一对)?(只|个|位|名|条|棵|匹|头|座|群|对|艘|颗|辆|台|朵|家|把|封|本|尾|株|片|首|场|间|架|件|轮|阵)?");
    private static final Pattern WHERE = Pattern.compile("在(.{1,8}?)(里|上|中|边|旁|下|外|的|，|$)");
    private static final List<String> AUXILIARY =
            List.of("终于", "每天", "偷偷", "独自", "正在", "一直", "试图", "开始", "必须", "总是", "去", "要", "来", "想", "不再");

    /** Characters; an idea that goes on longer is read up to here. */
    private static final int LONGEST = 80;

    private final Lexicon lexicon = Lexicon.CHINESE;
    private final Random random;
    private final String text;
    private final String whole;
    private final Optional<String> title;

    private ChineseIdea(String idea, Random random) {
        this.random = random;
        var stripped = idea.strip().replaceAll("\\s+", " ");
        var quoted = TITLE.matcher(stripped);
        var found = quoted.find();
        title = found ? Optional.of(quoted.group(1)) : Optional.empty();
        var bare =
                found && quoted.replaceFirst("").replaceAll("[^\\p{IsHan}]", "").length() > 2
                        ? quoted.replaceFirst("")
                        : found ? quoted.group(1) : stripped;
        bare = LEAD_IN.matcher(bare.replaceAll("^[：:，,\\s]+", ""))
                .replaceFirst("")
                .replaceFirst("的(故事|短片|电影|动画|视频)[。.]?$", "");
        whole = bare.isBlank() ? stripped : bare;
        var core =
                Sentences.split(whole).getFirst().replaceAll("[。！？!?.…]+$", "").strip();
        text = core.length() > LONGEST ? core.substring(0, LONGEST) : core;
    }

    static Idea read(String idea, Random random) {
        return new ChineseIdea(idea, random).read();
    }

    private record Verb(String word, int at) {}

    private Idea read() {
        var clause = text.split("[，,；;]", 2)[0];
        var verb = verb(clause);
        var place = place();
        if (verb.isEmpty()) {
            return withoutVerb(clause, place);
        }
        var at = verb.get().at;
        var word = verb.get().word;
        var before = clause.substring(0, at);
        var after = clause.substring(at + word.length()).replaceFirst("^[了着过到]", "");
        var subject = WHERE.matcher(before).replaceFirst("");
        for (var auxiliary : AUXILIARY) {
            subject = subject.replaceFirst(auxiliary + "$", "");
        }
        subject = subject.replaceFirst("(和|跟|与|把|为|给)[^和跟与把为给]*$", "").strip();
        var partner = before.matches(".*(和|跟|与|把|为|给).+") ? before.replaceFirst("^.*(?:和|跟|与|把|为|给)", "") : "";
        var hero = hero(subject.isBlank() ? before : subject);
        String arc = lexicon.findArc(word).orElse("transformation");
        var object = noun(after.isBlank() || after.matches("朋友.*") ? partner : after);
        var other = object.isBlank() || arc.equals("transformation") ? companion(arc) : who(object);
        var goal = arc.equals("transformation") && !List.of("变成", "成为", "变").contains(word)
                ? after.isBlank() ? word : after
                : word + after;
        var infinitive = goal.length() > 12 ? goal.substring(0, 12) : goal;
        if (List.of("想要", "想", "梦想", "渴望", "希望", "决定", "试着").contains(word)) {
            arc = verb(after)
                    .flatMap(it -> lexicon.findArc(it.word))
                    .filter(List.of("invention", "journey", "rescue")::contains)
                    .orElse(arc);
            other = arc.equals("invention")
                    ? who(noun(after.substring(verb(after).orElseThrow().word.length())))
                    : other;
        }
        if (arc.equals("transformation") && !infinitive.matches(".*[哭笑爱睡梦原谅信任].*")) {
            arc = "skill";
        }
        var carried = (arc.equals("journey") || arc.equals("rivalry"))
                        && !object.isBlank()
                        && party(object).kind().equals("thing")
                ? Optional.of(object)
                : Optional.<String>empty();
        return new Idea(
                title,
                text,
                arc,
                hero,
                other,
                infinitive,
                clause,
                place.place,
                place.name,
                carried,
                weather(),
                whole.matches("(?s).*[夜月星].*"));
    }

    /** The first known verb, the longest where several start; a character of the subject itself does not count. */
    private Optional<Verb> verb(String clause) {
        for (var at = 1; at < clause.length(); at++) {
            var rest = clause.substring(at);
            var known = lexicon.verbs().keySet().stream()
                    .filter(rest::startsWith)
                    .max(Comparator.comparingInt(String::length));
            var end = at + known.map(String::length).orElse(0);
            // 丢失的月亮: before 的 a verb is an adjective; 画家 and 画师 are people.
            var adjective = end < clause.length() && clause.charAt(end) == '的';
            var person = end < clause.length()
                    && "家师匠手人".indexOf(clause.charAt(end)) >= 0
                    && known.map(String::length).orElse(0) == 1;
            if (known.isPresent() && !adjective && !person) {
                return Optional.of(new Verb(known.get(), at));
            }
        }
        return clause.length() > 1
                        && lexicon.verbs().keySet().stream().anyMatch(it -> it.length() > 1 && clause.startsWith(it))
                ? lexicon.verbs().keySet().stream()
                        .filter(it -> it.length() > 1 && clause.startsWith(it))
                        .findFirst()
                        .map(it -> new Verb(it, 0))
                : Optional.empty();
    }

    /** 一只丢失的月亮 -> 月亮. */
    private static String noun(String phrase) {
        var bare = phrase.strip().replaceFirst("^最后", "").replaceFirst("(里|上|中|边)?的?(故事|生活)$", "");
        bare = MEASURE.matcher(bare).replaceFirst("");
        bare = bare.substring(bare.lastIndexOf('的') + 1);
        bare = bare.replaceFirst("^(自己|他|她|它)的?", "").replaceFirst("(成为|成了|做|交).*$", "");
        return bare.length() > 8 ? bare.substring(0, 8) : bare;
    }

    private Lexicon.Party party(String noun) {
        return longest(lexicon.parties(), noun).orElseGet(() -> {
            if (lexicon.words("animal").stream().anyMatch(noun::endsWith)) {
                return lexicon.partyOfKind("animal");
            }
            return lexicon.partyOfKind(isPerson(noun) ? "person" : "thing");
        });
    }

    private boolean isPerson(String noun) {
        return lexicon.words("female").stream().anyMatch(noun::endsWith)
                || lexicon.words("male").stream().anyMatch(noun::endsWith)
                || lexicon.words("person").stream().anyMatch(noun::endsWith)
                || lexicon.roles().keySet().stream().anyMatch(it -> it.length() > 1 && noun.endsWith(it));
    }

    /** The entry whose key ends the noun, the longest one: 小机器人 is a robot, not a person. */
    private static <T> Optional<T> longest(Map<String, T> entries, String noun) {
        return entries.entrySet().stream()
                .filter(it -> noun.endsWith(it.getKey()))
                .max(Comparator.comparingInt(it -> it.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private Idea.Who hero(String subject) {
        var noun = noun(subject);
        var party = party(noun);
        var plural = subject.matches(".*(和|们|群|对|姐妹|兄弟|[两三四五六七八九十](个|只|位|名)).*");
        var pair = subject.replaceFirst("^[一两二三]?(个|只|位|名)?", "");
        if (plural) {
            var name = subject.contains("和") ? pair : noun;
            return new Idea.Who(name, name, name, subject.strip(), 'p', party);
        }
        var gender = gender(noun, party);
        var counted = MEASURE.matcher(subject).replaceFirst("").length() < subject.length();
        if (party.kind().equals("person")
                && isPerson(noun)
                && counted
                && !List.of("鬼", "外星人").contains(noun)) {
            var sex = gender == 'n' ? random.nextBoolean() ? 'f' : 'm' : gender;
            var names = lexicon.words("name-" + sex);
            var name = names.get(random.nextInt(names.size()));
            return new Idea.Who(
                    name, noun, name, MEASURE.matcher(subject.strip()).replaceFirst("") + name, sex, party);
        }
        var intro = counted || noun.length() > 3 ? subject.strip() : noun;
        // An unknown word before a verb is most likely a name.
        var known = longest(lexicon.parties(), noun).isPresent()
                || isPerson(noun)
                || lexicon.words("animal").stream().anyMatch(noun::endsWith);
        return new Idea.Who(
                noun,
                noun,
                noun,
                intro.isBlank() ? noun : intro,
                gender,
                known || counted ? party : lexicon.partyOfKind("person"));
    }

    private char gender(String noun, Lexicon.Party party) {
        if (!party.kind().equals("person")) {
            return 'n';
        }
        if (lexicon.words("female").stream().anyMatch(noun::contains)) {
            return 'f';
        }
        return lexicon.words("male").stream().anyMatch(noun::contains) || isPerson(noun) ? 'm' : 'n';
    }

    private Idea.Who who(String noun) {
        var party = party(noun);
        return new Idea.Who(noun, noun, noun, noun, gender(noun, party), party);
    }

    private Idea.Who companion(String arc) {
        return who(
                switch (arc) {
                    case "mystery" ->
                        List.of("一封信", "一把钥匙").get(random.nextInt(2)).substring(2);
                    case "loss" -> "小狗";
                    case "transformation" -> "麻雀";
                    default -> List.of("小鸟", "流浪狗", "麻雀", "风筝").get(random.nextInt(4));
                });
    }

    private record Where(Lexicon.Place place, String name) {}

    private Where place() {
        var stated = WHERE.matcher(whole);
        while (stated.find()) {
            var phrase = stated.group(1);
            var known = longest(lexicon.placeWords(), phrase);
            if (known.isPresent()) {
                return new Where(known.get(), noun(phrase));
            }
        }
        var mentioned = lexicon.placeWords().entrySet().stream()
                .filter(it -> it.getKey().length() > 1 && whole.contains(it.getKey()))
                .max(Comparator.comparingInt(it -> it.getKey().length()));
        if (mentioned.isPresent()) {
            return new Where(mentioned.get().getValue(), mentioned.get().getKey());
        }
        var role = lexicon.roles().entrySet().stream()
                .filter(it -> text.contains(it.getKey()))
                .max(Comparator.comparingInt(it -> it.getKey().length()));
        var usual = List.of("村", "家", "城市", "花园", "屋顶");
        var word = role.map(Map.Entry::getValue).orElseGet(() -> usual.get(random.nextInt(usual.size())));
        var place = lexicon.findPlace(word).orElseThrow();
        var name = Map.of("村", "村子", "海", "大海", "河", "小河", "云", "云上", "洞", "山洞", "家", "老屋", "庙", "山庙", "山", "雪山");
        return new Where(place, name.getOrDefault(word, word));
    }

    private Idea withoutVerb(String clause, Where place) {
        var parts = clause.split("[和与]", 2);
        var noun = noun(parts[0]);
        var party = party(noun);
        var alive = List.of("person", "animal", "machine").contains(party.kind());
        if (parts.length > 1 || alive) {
            var other = parts.length > 1 ? who(noun(parts[1])) : companion("befriend");
            var arc = clause.contains("最后") ? "farewell" : clause.matches(".*(迷路|丢).*") ? "quest" : "befriend";
            return new Idea(
                    title,
                    text,
                    arc,
                    hero(parts[0]),
                    other,
                    "找一个朋友",
                    "遇见了" + other.name(),
                    place.place,
                    place.name,
                    Optional.empty(),
                    weather(),
                    false);
        }
        var arc = party.kind().equals("idea") ? "befriend" : party.kind().equals("nature") ? "befriend" : "mystery";
        var hero = hero(random.nextBoolean() ? "一个女孩" : "一个男孩");
        var event = hero.intro() + "来到" + place.name + "，发现了" + noun;
        return new Idea(
                title,
                text,
                arc,
                hero,
                who(noun),
                "弄懂" + noun,
                event,
                place.place,
                place.name,
                Optional.empty(),
                weather(),
                false);
    }

    private Optional<String> weather() {
        for (var known : Map.of(
                        "暴", "storm", "雷", "storm", "台风", "storm", "雪", "snow", "冬", "snow", "雨", "rain", "雾", "fog")
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, String>comparingByValue().reversed())
                .toList()) {
            if (whole.contains(known.getKey())) {
                return Optional.of(known.getValue());
            }
        }
        return Optional.empty();
    }
}
