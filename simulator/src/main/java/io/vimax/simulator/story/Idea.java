package io.vimax.simulator.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An idea taken apart, as far as templates need it.
 *
 * @param hero who it is about, without an article, such as lighthouse keeper, or a name
 * @param named whether the hero is a name, which takes no article
 * @param events what happens, each a sentence of its own that names who does it
 */
record Idea(String hero, boolean named, List<String> events, Setting setting, String weather) {

    private static final int LONGEST_HERO_WORDS = 4;
    private static final int MOST_EVENTS = 12;
    private static final int LONGEST_CHINESE_HERO = 6;

    private static final Set<String> ARTICLES = Set.of(
            "a", "an", "the", "two", "three", "one", "some", "my", "our", "once", "every", "this", "that", "her",
            "his");

    private static final Set<String> ENDS = Set.of(
            "who",
            "that",
            "which",
            "in",
            "on",
            "at",
            "with",
            "of",
            "from",
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "must",
            "can",
            "will",
            "wants",
            "to",
            "and",
            "by",
            "under",
            "inside",
            "into",
            "without",
            "whose",
            "where",
            "when",
            "meet",
            "find",
            "steal",
            "build",
            "learn",
            "discover",
            "decide",
            "try",
            "become",
            "fall",
            "go");

    private static final Pattern CHINESE_HERO = Pattern.compile(
            "^(?:有)?(?:[一两三几]?[只个位名条匹头座艘对群])?(.{1,6}?)(?=寻找|发现|遇|爱上|在|想|去|救|成为|偷|学|与|和|从|要|梦|看|飞|住|追|带|养|写|画|建|等|守|找|，|。|$)");

    static Idea of(Wish wish) {
        String text = wish.text().strip();
        return wish.chinese() ? chinese(text) : english(text);
    }

    private static Idea english(String text) {
        String[] words = text.split("\\s+");
        int begin = ARTICLES.contains(plain(words[0])) && words.length > 1 ? 1 : 0;
        int end = begin;
        while (end < words.length && end - begin < LONGEST_HERO_WORDS) {
            String word = plain(words[end]);
            if (end > begin && (ENDS.contains(word) || isVerb(word))) {
                break;
            }
            boolean clauseEnds = words[end].matches(".*[,.;:!?]");
            end++;
            if (clauseEnds) {
                break;
            }
        }
        String hero = String.join(" ", List.of(words).subList(begin, end)).replaceAll("[^\\p{L}\\p{N}' -]", "");
        boolean named = begin == 0 && Character.isUpperCase(hero.isEmpty() ? 'a' : hero.charAt(0));
        String known = hero.isBlank() ? "stranger" : hero;
        var events = new ArrayList<String>();
        // Before a comma or an "and" a new thing happens; where its doer is left out, it is the hero.
        for (String clause : text.split("(?<=[.!?;])\\s+|,\\s*(?:and|but|then|until|so)?\\s+|\\s+and then\\s+", -1)) {
            String bare = clause.strip().replaceAll("[.,;:!?]+$", "");
            if (bare.split("\\s+").length >= 2 && events.size() < MOST_EVENTS) {
                String doer = isVerb(plain(bare.split("\\s+")[0])) ? (named ? known : "the " + known) + " " : "";
                events.add(capital(doer + bare) + ".");
            }
        }
        return new Idea(known, named, events, Setting.of(text), Setting.weather(text));
    }

    private static Idea chinese(String text) {
        Matcher matcher = CHINESE_HERO.matcher(text);
        String hero = matcher.find() ? String.valueOf(matcher.group(1)) : text;
        String known = hero.substring(0, Math.min(LONGEST_CHINESE_HERO, hero.length()));
        var events = new ArrayList<String>();
        for (String clause : text.split("[，。；！？,.;!?]+", -1)) {
            if (!clause.isBlank() && events.size() < MOST_EVENTS) {
                events.add(clause.strip() + "。");
            }
        }
        return new Idea(known, true, events, Setting.of(text), Setting.weather(text));
    }

    /** Third person, as ideas are told. */
    private static boolean isVerb(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.matches(".*(ss|us|is|'s|ness|less)");
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}']", "");
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** As the subject of a sentence. */
    String subject() {
        return named ? hero : "the " + hero;
    }

    /** As in a list of those who play. */
    String name() {
        return capital(hero);
    }
}
