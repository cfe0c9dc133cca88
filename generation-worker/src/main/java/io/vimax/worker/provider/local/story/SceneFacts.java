package io.vimax.worker.provider.local.story;

import io.vimax.worker.provider.local.story.idea.Lexicon;
import io.vimax.worker.provider.local.story.idea.NounPhrase;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Place, time, weather, mood and people of a scene, read from its heading and its text; what is not said stays as it was. */
record SceneFacts(boolean chinese, int number, String heading, Beat.Setting setting, Set<String> people) {
    private static final Pattern SLUG =
            Pattern.compile("(?i)^(INT\\.?/EXT|I/E|INT|EXT|EST|内外景|内景|外景)[.：: ]*\\s*(.*?)(?:\\s+[-–—]\\s*([^-–—]+))?$");

    private static final Map<String, String> TIMES = ordered(
            "dawn", "dawn|sunrise|daybreak|first light|黎明|拂晓|天亮|破晓",
            "morning", "morning|breakfast|清晨|早晨|早上|上午",
            "dusk", "dusk|sunset|evening|twilight|黄昏|傍晚|日落",
            "night", "night|midnight|moonlight|nighttime|夜|午夜|深夜|晚上",
            "day", "day|noon|afternoon|midday|白天|中午|下午|日");
    private static final Map<String, String> WEATHERS = ordered(
            "storm", "storms?|thunder|lightning|tempest|hurricane|暴风雨|雷|风暴|闪电",
            "snow", "snow\\w*|blizzard|雪",
            "rain", "rain\\w*|drizzle|downpour|雨",
            "fog", "fog\\w*|mist\\w*|雾",
            "wind", "wind|windy|gale|大风|狂风",
            "cloudy", "clouds?|cloudy|overcast|乌云|阴天",
            "clear", "sun|sunny|sunlight|clear sky|stars|晴|阳光|星星");
    private static final Map<String, String> MOODS = ordered(
            "tense", "scream\\w*|ran|fear|afraid|danger|dark|fell|fight|storm|broke|crash\\w*|hurry|怕|危险|逃|黑暗|吼",
            "sad", "sad|tears?|cried|alone|lost|gone|goodbye|died|empty|grave|哭|泪|孤单|失去|再见|死",
            "joyful", "laugh\\w*|smil\\w*|danc\\w*|sang|happy|joy|party|笑|跳舞|快乐|高兴",
            "mysterious", "strange|secret|whisper\\w*|shadow\\w*|ghost|mystery|unknown|奇怪|秘密|影子|神秘",
            "hopeful", "hope\\w*|dawn|light|found|home|began|promise\\w*|希望|光|找到|回家|开始");
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)\\b(inside|indoors|room|kitchen|hall|corridor|cabin|attic|cellar|office|stairs|bed|table)\\b|屋里|房间|室内|厨房|走廊");

    private static Map<String, String> ordered(String... entries) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < entries.length; i += 2) {
            map.put(entries[i], entries[i + 1]);
        }
        return map;
    }

    static SceneFacts start(boolean chinese) {
        var setting = new Beat.Setting(chinese ? "空旷的地方" : "open country", "day", "clear", false, "calm");
        return new SceneFacts(chinese, 0, "", setting, Set.of());
    }

    SceneFacts next(@Nullable String newHeading, List<Beat.Spoken> lines) {
        var text = lines.stream().map(Beat.Spoken::text).collect(Collectors.joining(" "));
        var slug = SLUG.matcher(newHeading == null ? "" : newHeading.strip());
        var isSlug = newHeading != null && slug.matches();
        var headed = isSlug ? Optional.of(slug.group(2).strip()).filter(it -> !it.isEmpty()) : Optional.<String>empty();
        var where = newHeading == null ? text : newHeading + " " + text;
        var place = headed.map(it -> chinese ? it : it.toLowerCase(Locale.ROOT))
                .or(() -> placeIn(newHeading == null ? "" : newHeading))
                .or(() -> placeIn(text))
                .orElse(setting.place());
        var time = first(TIMES, newHeading == null ? "" : newHeading)
                .or(() -> first(TIMES, text))
                .orElse(setting.timeOfDay());
        var weather = first(WEATHERS, where).orElse(setting.weather());
        var interior = isSlug
                ? slug.group(1).toUpperCase(Locale.ROOT).startsWith("INT")
                                && !slug.group(1).contains("/")
                        || slug.group(1).equals("内景")
                : INSIDE.matcher(text).find();
        var known = new LinkedHashSet<>(people);
        lines.stream().filter(Beat.Spoken::dialogue).map(Beat.Spoken::speaker).forEach(known::add);
        if (!chinese) {
            names(text).forEach(known::add);
        }
        String shown = newHeading != null && isSlug
                ? newHeading
                : chinese ? (interior ? "内景 " : "外景 ") + place : (interior ? "INT. " : "EXT. ") + place + " - " + time;
        return new SceneFacts(
                chinese, number + 1, shown, new Beat.Setting(place, time, weather, interior, mood(text)), known);
    }

    /** Capitalized words that come twice, at least once inside a sentence: names. */
    private static Set<String> names(String text) {
        var inside = Pattern.compile("(?<=[a-z,] )(\\p{Lu}[a-z]{2,})\\b").matcher(text);
        var names = new LinkedHashSet<String>();
        while (inside.find()) {
            if (!inside.group(1)
                    .matches(
                            "I|The|God|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February"
                                    + "|March|April|May|June|July|August|September|October|November|December|Christmas|English|French")) {
                names.add(inside.group(1));
            }
        }
        return names;
    }

    List<String> peopleIn(Beat.Spoken line) {
        var seen = new LinkedHashSet<String>();
        if (line.dialogue()) {
            seen.add(line.speaker());
        }
        people.stream()
                .filter(it -> chinese
                        ? line.text().contains(it)
                        : line.text().matches("(?is).*\\b" + Pattern.quote(it) + "\\b.*"))
                .forEach(seen::add);
        return List.copyOf(seen);
    }

    private Optional<String> placeIn(String text) {
        var lexicon = chinese ? Lexicon.CHINESE : Lexicon.ENGLISH;
        if (chinese) {
            return lexicon.placeWords().keySet().stream()
                    .filter(it -> it.length() > 1 && text.contains(it))
                    .findFirst();
        }
        for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (lexicon.findPlace(NounPhrase.singular(word)).isPresent()
                    && !Set.of("deep", "room", "field", "stage", "dream", "sky").contains(word)) {
                return Optional.of(NounPhrase.singular(word));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> first(Map<String, String> table, String text) {
        return table.entrySet().stream()
                .filter(it -> count(it.getValue(), text) > 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String mood(String text) {
        var best = "calm";
        var most = 0;
        for (var entry : MOODS.entrySet()) {
            var hits = count(entry.getValue(), text);
            if (hits > most) {
                most = hits;
                best = entry.getKey();
            }
        }
        return best;
    }

    private static int count(String words, String text) {
        var latin = new StringBuilder();
        var han = new StringBuilder();
        for (var word : words.split("\\|")) {
            var target = word.codePoints().anyMatch(Character::isIdeographic) ? han : latin;
            target.append(target.isEmpty() ? "" : "|").append(word);
        }
        return (int) Pattern.compile("(?i)\\b(?:" + latin + ")\\b|" + han)
                .matcher(text)
                .results()
                .count();
    }
}
