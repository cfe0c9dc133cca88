package io.vimax.worker.provider.local.frame.people;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** People who have no name in a shot. */
final class Strangers {
    private static final Pattern BESIDE = Pattern.compile(
            "(?i)(?:beside|and|with) an? ((?:old |small |young )?(?:woman|man|child|girl|boy|stranger))\\b"
                    + "|\\ban? ((?:old |small |young )?(?:woman|man|child|girl|boy)) beside\\b");

    private Strangers() {}

    /** People who are only described: "an old man", "两个孩子". */
    static List<String> in(String description) {
        Words w = new Words(description.replaceAll("(?i)grandfather clock|old man's beard", ""));
        List<String> found = new ArrayList<>();
        if (w.any("old man", "old woman", "grandfather", "grandmother", "elder", "老人", "爷爷", "奶奶", "老者")) {
            found.add(w.any("woman", "grandmother", "奶奶") ? "old woman" : "old man");
        }
        if (w.any("girl", "女孩", "小姑娘")) {
            found.add("girl");
        }
        if (w.any("boy", "child", "kid", "男孩", "孩子", "小孩", "少年")) {
            found.add("boy");
        }
        if (w.any("robot", "android", "机器人")) {
            found.add("robot");
        }
        if (w.any("she", "her", "woman", "mother", "queen", "她", "女人", "母亲", "妈妈")) {
            found.add("woman");
        }
        if (found.isEmpty()
                && w.any(
                        "he",
                        "his",
                        "man",
                        "figure",
                        "traveller",
                        "traveler",
                        "someone",
                        "sailor",
                        "soldier",
                        "stranger",
                        "keeper",
                        "他",
                        "男人",
                        "身影",
                        "人影",
                        "旅人",
                        "父亲")) {
            found.add("man");
        }
        return found;
    }

    /** Those who join the people of a shot unnamed: "Mara beside an old woman", "Mara and a child". */
    static List<String> beside(String description) {
        var joined = BESIDE.matcher(description);
        return joined.find() ? List.of(joined.group(1) == null ? joined.group(2) : joined.group(1)) : List.of();
    }
}
