package io.vimax.simulator.story;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a story can happen, and the words by which an idea says so. */
enum Setting {
    SEA(
            "lighthouse|sea|ocean|ship|boat|sailor|island|harbour|harbor|beach|whale|pirate|fisher|row|storm|灯塔|海|船|岛|鲸|水手|渔",
            List.of("the cliff above the sea", "the harbour", "the open sea", "the beach"),
            List.of("海边的悬崖", "港口", "开阔的海面", "沙滩")),
    SPACE(
            "space|planet|astronaut|rocket|mars|galaxy|alien|satellite|太空|星球|宇航|火箭|火星|银河",
            List.of(
                    "a silent valley on a far planet",
                    "the edge of a crater",
                    "the landing place",
                    "a ridge under the stars"),
            List.of("遥远星球的山谷", "陨石坑边", "着陆点", "星空下的山脊")),
    CITY(
            "city|street|robot|detective|train|subway|rooftop|neon|taxi|office|town|shop|城市|街|机器人|侦探|地铁|屋顶|火车|店",
            List.of(
                    "a street in the old town",
                    "the roofs of the city",
                    "the bridge over the river",
                    "the station square"),
            List.of("老城的街道", "城市的屋顶", "河上的桥", "车站广场")),
    MOUNTAIN(
            "mountain|climb|snow|dragon|peak|eagle|ice|goat|山|雪|龙|鹰|冰",
            List.of("the foot of the mountain", "a path through the snow", "the ridge", "the summit"),
            List.of("山脚", "雪中的小路", "山脊", "山顶")),
    DESERT(
            "desert|camel|caravan|pyramid|sand|oasis|沙漠|骆驼|金字塔|绿洲",
            List.of("the edge of the desert", "the dunes", "the dry riverbed", "the oasis"),
            List.of("沙漠边缘", "沙丘", "干涸的河床", "绿洲")),
    FOREST(
            "forest|wood|tree|fox|wolf|bear|owl|deer|witch|hedgehog|rabbit|森林|树|狐|狼|熊|猫头鹰|鹿|女巫|兔",
            List.of("the edge of the forest", "a clearing", "the deep forest", "the old tree"),
            List.of("森林边", "林间空地", "森林深处", "老树下")),
    VILLAGE(
            "",
            List.of(
                    "a small village",
                    "the field behind the houses",
                    "the hill above the village",
                    "the road at the river"),
            List.of("小村庄", "屋后的田野", "村外的山坡", "河边的路"));

    private final List<String> words;
    private final List<String> places;
    private final List<String> chinesePlaces;

    Setting(String words, List<String> places, List<String> chinesePlaces) {
        this.words = words.isEmpty() ? List.of() : List.of(words.split("\\|", -1));
        this.places = places;
        this.chinesePlaces = chinesePlaces;
    }

    /** The one that most words of a text speak of. */
    static Setting of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Setting best = VILLAGE;
        long most = 0;
        for (Setting setting : values()) {
            long found = setting.words.stream()
                    .filter(word ->
                            word.charAt(0) > 'z' ? lower.contains(word) : lower.matches("(?s).*\\b" + word + ".*"))
                    .count();
            if (found > most) {
                most = found;
                best = setting;
            }
        }
        return best;
    }

    String place(int number, boolean chinese) {
        List<String> all = chinese ? chinesePlaces : places;
        return all.get(Math.floorMod(number, all.size()));
    }

    /** The weather that a text speaks of, else clear. */
    static String weather(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.asList(
                        "storm=storm",
                        "thunder=storm",
                        "snow=snow",
                        "fog=fog",
                        "mist=fog",
                        "rain=rain",
                        "wind=wind",
                        "cloud=cloudy",
                        "暴风=storm",
                        "雪=snow",
                        "雾=fog",
                        "雨=rain",
                        "风=wind",
                        "云=cloudy")
                .stream()
                .map(pair -> pair.split("=", 2))
                .filter(pair -> lower.contains(pair[0]))
                .map(pair -> pair[1])
                .findFirst()
                .orElse("clear");
    }
}
