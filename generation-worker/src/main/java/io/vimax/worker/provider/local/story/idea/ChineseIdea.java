package io.vimax.worker.provider.local.story.idea;

import io.vimax.worker.provider.local.story.text.Sentences;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** Takes a Chinese idea apart: who, verb, whom, where. Works on patterns (measure words, 的, 在, 和), without a segmenter. */
public final class ChineseIdea {
    private static final Pattern TITLE = Pattern.compile("[《「“\"]([^》」”\"]{1,30})[》」”\"]");
    private static final Pattern LEAD_IN =
            Pattern.compile("^(请|帮我)?(写|讲|拍|做|来)?(一个|一部|一段|个)?(短片|视频|动画|电影|故事)?(，|：|:)?(关于|讲述了?|讲的是|说的是)");
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

    public static Idea read(String idea, Random random) {
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
        String arc = lexicon.findArc(word).orElse("transformation");
        // 女孩和她的狗追风筝: both are the subject; 女孩和狗成了朋友: one is the other.
        var joint = !after.isBlank() && !arc.equals("befriend") && subject.matches(".+[和跟与].+");
        if (!joint) {
            subject = subject.replaceFirst("(和|跟|与|把|为|给)[^和跟与把为给]*$", "").strip();
        }
        var partner = before.matches(".*(和|跟|与|把|为|给).+") ? before.replaceFirst("^.*(?:和|跟|与|把|为|给)", "") : "";
        var hero = ChineseCast.hero(subject.isBlank() ? before : subject, random);
        var object = ChineseCast.noun(after.isBlank() || after.matches("朋友.*") ? partner : after);
        var seen = after.isBlank() || after.matches("朋友.*") ? partner : after;
        var other = object.isBlank() || arc.equals("transformation") ? companion(arc) : ChineseCast.other(seen);
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
                    ? ChineseCast.other(ChineseCast.noun(
                            after.substring(verb(after).orElseThrow().word.length())))
                    : other;
        }
        if (arc.equals("transformation") && !infinitive.matches(".*[哭笑爱睡梦原谅信任].*")) {
            arc = "skill";
        }
        var carried = (arc.equals("journey") || arc.equals("rivalry"))
                        && !object.isBlank()
                        && ChineseCast.party(object).kind().equals("thing")
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

    private Idea.Who companion(String arc) {
        return ChineseCast.other(
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
            // 在屋顶造了一艘飞船: the place comes first, what is done there is no part of it.
            var phrase = lexicon.placeWords().keySet().stream()
                    .filter(it ->
                            stated.group(1).startsWith(it) && stated.group(1).contains("了"))
                    .max(Comparator.comparingInt(String::length))
                    .orElse(stated.group(1));
            var known = ChineseCast.longest(lexicon.placeWords(), phrase);
            if (known.isPresent()) {
                return new Where(known.get(), ChineseCast.noun(phrase));
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
        var noun = ChineseCast.noun(parts[0]);
        var party = ChineseCast.party(noun);
        var alive = List.of("person", "animal", "machine").contains(party.kind());
        if (parts.length > 1 || alive) {
            var other = parts.length > 1 ? ChineseCast.other(parts[1]) : companion("befriend");
            var arc = clause.contains("最后") ? "farewell" : clause.matches(".*(迷路|丢).*") ? "quest" : "befriend";
            return new Idea(
                    title,
                    text,
                    arc,
                    ChineseCast.hero(parts[0], random),
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
        var hero = ChineseCast.hero(random.nextBoolean() ? "一个女孩" : "一个男孩", random);
        var event = hero.intro() + "来到" + place.name + "，发现了" + noun;
        return new Idea(
                title,
                text,
                arc,
                hero,
                ChineseCast.other(noun),
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
