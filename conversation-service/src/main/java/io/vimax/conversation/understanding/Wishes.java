package io.vimax.conversation.understanding;

import static io.vimax.conversation.understanding.Remainder.pattern;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the settings of a film: scenes, shape, language, autopilot, seed. */
final class Wishes {

    private static final String OTHER_TONGUES =
            "french|german|spanish|italian|japanese|korean|portuguese|russian|arabic|hindi|dutch|polish|turkish|cantonese"
                    + "|法语|德语|西班牙语|意大利语|日语|日文|韩语|韩文|葡萄牙语|俄语|粤语";
    private static final String TONGUES = "(english|chinese|mandarin|中文|汉语|普通话|国语|华语|英文|英语|" + OTHER_TONGUES + ")";
    /** Where a wish stands alone, not in a story. */
    private static final String ALONE_BEFORE = "(?<=^|[,;.:，；。：、\\n]\\s{0,2}|\\band |\\bmake it |\\bin |\\bas |\\bbe )";

    private static final String ALONE_AFTER = "(?=\\s*(?:$|[,;.!，；。！、\\n]|and\\b|please\\b))";
    private static final String WORK =
            "(?=\\s+(?:format|mode|video|film|movie|clip|orientation|aspect|ratio|frame)\\b)";
    private static final String TO_THE_COMMA = "[^.,;!?，。；！？\\n]*";

    private static final List<Pattern> SCENES = List.of(
            pattern("\\b(" + Numbers.ENGLISH.replace("|an?)", ")") + ")\\s*-?\\s*scenes?\\b"),
            pattern("(?<!第)(" + Numbers.CHINESE + ")\\s*(?:个|段)?\\s*(?:场景|场戏|幕)"),
            pattern("分(?:成|为)?\\s*(" + Numbers.CHINESE + ")\\s*场"));

    private static final Pattern VERTICAL = pattern("(?<!\\d)9\\s*[:：x×]\\s*16(?!\\d)"
            + "|\\bvertical(?:ly)?\\b(?!\\s+(?:cliff|limit|drop|climb|wall|city|forest))|\\bfor tiktok\\b"
            + "|竖屏|竖版|竖向|竖着|抖音"
            + "|\\bportrait\\b" + WORK + "|" + ALONE_BEFORE + "portrait" + ALONE_AFTER);
    private static final Pattern WIDE = pattern("(?<!\\d)16\\s*[:：x×]\\s*9(?!\\d)"
            + "|\\bwide-?\\s?screen\\b|\\bhorizontal(?:ly)?\\b|横屏|横版|横向|宽屏|宽银幕"
            + "|\\blandscape\\b" + WORK + "|" + ALONE_BEFORE + "landscape" + ALONE_AFTER);
    private static final Pattern SQUARE = pattern("(?<!\\d)1\\s*[:：x×]\\s*1(?!\\d)" + "|正方形|方形|方屏|方版|\\bsquare\\b"
            + WORK + "|" + ALONE_BEFORE + "square" + ALONE_AFTER);

    private static final List<Pattern> LANGUAGE = List.of(
            pattern(
                    "(?<!\\b(?:written|spoken|book|letter) )\\b(?:narrated in|speaking|spoken language is|language\\s*(?:is|:|=)?|in)\\s+"
                            + TONGUES + "(?=\\s*(?:$|[^\\sa-z]|(?:and|about|with|for|please|that|where|at|in)\\b))"),
            pattern(
                    TONGUES
                            + "\\s+(?:language|narration|narrator|voice-?\\s?over|voices?|dialogue|dialog|audio|film|video|version)\\b"),
            pattern("(?:用|说|讲|配|语言(?:是|为|：|:)?|改成|换成|改为)\\s*" + TONGUES + "(?:来?(?:讲|说))?"),
            pattern(TONGUES + "(?:配音|旁白|对白|解说|版)"),
            pattern(ALONE_BEFORE.replace("|\\bin |\\bas ", "") + TONGUES + ALONE_AFTER));

    private static final Pattern WITH_STOPS =
            pattern("\\b(?:no|not|without|turn off|disable|switch off)\\s+(?:the\\s+)?auto-?\\s?pilot\\b"
                    + "|\\bauto-?\\s?pilot\\s*[:=]?\\s*(?:off|no|false)\\b"
                    + "|(?:" + ALONE_BEFORE + "|\\b(?:it|go|work|proceed|everything) )step by step\\b"
                    + "|\\b(?:let|allow) me (?:to )?(?:review|check|approve|see|confirm)\\b" + TO_THE_COMMA
                    + "|\\b(?:ask|wait for|stop for) me\\b" + TO_THE_COMMA
                    + "|\\bI(?:'d| would)? (?:like|want) to (?:review|check|approve|confirm)\\b" + TO_THE_COMMA
                    + "|(?:不要|不用|别|关闭?|关掉)(?:全)?自动" + TO_THE_COMMA
                    + "|一步一步" + TO_THE_COMMA + "|一步步来?|逐步(?:来|进行|确认)|手动" + TO_THE_COMMA
                    + "|每一?步" + TO_THE_COMMA + "(?:确认|问我|审|看)" + TO_THE_COMMA
                    + "|先(?:给|让)我(?:看|审|确认)" + TO_THE_COMMA);
    private static final Pattern WITHOUT_STOPS = pattern(
            "(?:\\b(?:use|with|on|turn on|enable)\\s+(?:the\\s+)?)?\\bauto-?\\s?pilot\\b(?:\\s*[:=]?\\s*(?:on|yes|true)\\b)?"
                    + "|\\b(?:just|simply) (?:make|do) it\\b|\\bwithout (?:any )?(?:stops?|stopping|asking)\\b(?: me)?"
                    + "|\\bfully automatic(?:ally)?\\b|\\b(?:make|do) it automatically\\b|" + ALONE_BEFORE
                    + "automatic(?:ally)?" + ALONE_AFTER
                    + "|\\bdo everything\\b(?: for me)?|\\bdon'?t ask\\b(?: me)?"
                    + "|全自动|自动(?:完成|驾驶|做完|生成|制作|模式)|一口气(?:做完|完成)?|(?:不用|别)(?:再)?问我|直接(?:做完|生成|做好)");
    private static final Pattern SEED = pattern("(?:\\bseed|种子)\\s*(?:is|是|为|[:：=])?\\s*(-?\\d{1,18})(?!\\d)");

    private Wishes() {}

    static OptionalInt takeScenes(Remainder rest) {
        return firstOf(rest, SCENES)
                .map(found -> OptionalInt.of((int) Math.round(Numbers.parse(found.group(1)))))
                .orElse(OptionalInt.empty());
    }

    static Optional<String> takeRatio(Remainder rest) {
        return Stream.of(
                        rest.take(VERTICAL).map(_ -> "9:16"),
                        rest.take(WIDE).map(_ -> "16:9"),
                        rest.take(SQUARE).map(_ -> "1:1"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** en or zh; any other tag is a language that the voices do not speak. */
    static Optional<String> takeLanguage(Remainder rest) {
        return firstOf(rest, LANGUAGE).map(found -> switch (found.group(1).toLowerCase(Locale.ROOT)) {
            case "english", "英文", "英语" -> "en";
            case "chinese", "mandarin", "中文", "汉语", "普通话", "国语", "华语" -> "zh";
            default -> "other";
        });
    }

    static Optional<Boolean> takeAutopilot(Remainder rest) {
        boolean off = rest.take(WITH_STOPS).isPresent();
        boolean on = rest.take(WITHOUT_STOPS).isPresent();
        return off || on ? Optional.of(!off) : Optional.empty();
    }

    static Optional<Long> takeSeed(Remainder rest) {
        return rest.take(SEED).map(found -> Long.valueOf(found.group(1)));
    }

    private static Optional<MatchResult> firstOf(Remainder rest, List<Pattern> patterns) {
        return patterns.stream().map(rest::take).flatMap(Optional::stream).reduce((first, _) -> first);
    }
}
