package io.vimax.simulator.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a prompt asks to see.
 *
 * @param coat colour of whoever is seen, as RGB
 * @param placeSeed the same for all pictures of one place
 * @param seed of this picture
 */
record Sight(
        Hour hour,
        Sky sky,
        Ground ground,
        Framing framing,
        Being being,
        int coat,
        boolean lighthouse,
        boolean boat,
        long placeSeed,
        long seed) {

    enum Hour {
        DAWN("dawn|sunrise|黎明|清晨"),
        MORNING("morning|早晨|早上"),
        DUSK("dusk|sunset|evening|黄昏|傍晚"),
        NIGHT("night|midnight|moonlit|夜"),
        DAY("");

        final String words;

        Hour(String words) {
            this.words = words;
        }
    }

    enum Sky {
        STORM("storm|thunder|lightning|暴风|雷"),
        RAIN("rain|雨"),
        SNOW("snow|雪"),
        FOG("fog|mist|雾"),
        WIND("wind|风"),
        CLOUDY("cloud|overcast|云"),
        CLEAR("");

        final String words;

        Sky(String words) {
            this.words = words;
        }
    }

    enum Ground {
        SPACE("planet|space|crater|astronaut|rocket|galaxy|太空|星球|宇航|陨石|着陆"),
        SEA("sea|ocean|harbour|harbor|beach|shore|boat|ship|lighthouse|island|wave|海|港|船|沙滩|灯塔"),
        DESERT("desert|dune|oasis|camel|riverbed|沙漠|沙丘|绿洲|河床"),
        CITY("city|town|street|roof|station|square|bridge|alley|城|街|屋顶|车站|桥"),
        MOUNTAIN("mountain|summit|ridge|peak|snow|cliff|山"),
        FOREST("forest|wood|clearing|tree|fox|owl|森林|林间|树"),
        FIELD("");

        final String words;

        Ground(String words) {
            this.words = words;
        }
    }

    enum Framing {
        AERIAL,
        WIDE,
        MEDIUM,
        CLOSE,
        DETAIL
    }

    enum Being {
        BIRD("owl|bird|eagle|gull|raven|crow|鸟|鹰|猫头鹰"),
        BEAST("cat|kitten|fox|wolf|dog|bear|deer|horse|goat|lion|rabbit|hedgehog|猫|狐|狼|狗|熊|鹿|马|兔"),
        PERSON(
                "keeper|man|woman|girl|boy|child|children|sailor|robot|astronaut|coat|scarf|cloak|jacket|shirt|hero|king|queen|face|hands|"
                        + "detective|witch|grandmother|人|孩|外套|围巾|斗篷|夹克|衬衫|脸|手"),
        NONE("");

        final String words;

        Being(String words) {
            this.words = words;
        }
    }

    /** As the product describes a shot: what, then how near, where, when, and in which weather. */
    private static final Pattern SHOT = Pattern.compile(
            "(?s)^(.*?)(wide|medium|close|detail|aerial) shot of (.+?), (dawn|morning|day|dusk|night), (\\w+) weather, (\\w+) mood(.*)$");

    private static final List<String> COLOURS = List.of(
            "red=b5382f",
            "blue=2f5f9e",
            "yellow=d9a93a",
            "green=3f7a55",
            "orange=cf6f2c",
            "white=d8d6cc",
            "红=b5382f",
            "蓝=2f5f9e",
            "黄=d9a93a",
            "绿=3f7a55",
            "橙=cf6f2c",
            "白=d8d6cc");

    private static final int USUAL_COAT = 0x4a4f63;

    static Sight of(String prompt, long seed) {
        Matcher shot = SHOT.matcher(prompt);
        boolean known = shot.matches();
        String all = prompt.toLowerCase(Locale.ROOT);
        String place = known ? group(shot, 3) : all;
        String seen = known ? (group(shot, 1) + " " + group(shot, 7)).toLowerCase(Locale.ROOT) : all;
        String hour = known ? group(shot, 4) : all;
        String weather = known ? group(shot, 5) : all;
        Ground ground = first(Ground.values(), each -> each.words, place)
                .filter(found -> found != Ground.FIELD)
                .or(() -> first(Ground.values(), each -> each.words, all))
                .orElse(Ground.FIELD);
        return new Sight(
                first(Hour.values(), each -> each.words, hour).orElse(Hour.DAY),
                first(Sky.values(), each -> each.words, weather).orElse(Sky.CLEAR),
                ground,
                known ? Framing.valueOf(group(shot, 2).toUpperCase(Locale.ROOT)) : Framing.WIDE,
                first(Being.values(), each -> each.words, seen).orElse(Being.NONE),
                coat(seen),
                all.contains("lighthouse") || all.contains("灯塔"),
                ground == Ground.SEA && has("boat|ship|row|sail|船|港|harbour", all),
                place.hashCode() * 31L + 7,
                seed);
    }

    private static String group(Matcher matcher, int number) {
        return String.valueOf(matcher.group(number));
    }

    private static int coat(String text) {
        return COLOURS.stream()
                .map(pair -> pair.split("=", 2))
                .filter(pair -> text.contains(pair[0]))
                .map(pair -> Integer.parseInt(pair[1], 16))
                .findFirst()
                .orElse(USUAL_COAT);
    }

    /** Of those that a text speaks of, the one that stands first in the list; the last one has no words and is never found. */
    private static <T> Optional<T> first(T[] all, java.util.function.Function<T, String> words, String text) {
        return Arrays.stream(all)
                .filter(each -> !words.apply(each).isEmpty() && has(words.apply(each), text))
                .findFirst();
    }

    /** Words count from their beginning, so that a cathedral is no cat only by luck: short ones must end too. */
    private static boolean has(String words, String text) {
        for (String word : words.split("\\|", -1)) {
            boolean found = word.charAt(0) > 'z'
                    ? text.contains(word)
                    : Pattern.compile("\\b" + word + (word.length() <= 4 ? "s?\\b" : ""))
                            .matcher(text)
                            .find();
            if (found) {
                return true;
            }
        }
        return false;
    }
}
