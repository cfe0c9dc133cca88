package io.vimax.worker.provider.local.story;

import io.vimax.worker.provider.local.story.idea.Idea;
import io.vimax.worker.provider.local.story.text.Sentences;
import io.vimax.worker.provider.local.story.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds titles for stories that come without one. */
final class Titles {
    private static final Set<String> SMALL =
            Set.of("a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "for", "with", "by", "from");

    private Titles() {}

    static String of(Idea idea, boolean chinese) {
        if (idea.title().isPresent()) {
            return idea.title().get();
        }
        if (chinese) {
            return idea.logline().length() <= 8 ? idea.logline() : chineseTitle(idea);
        }
        var words = idea.logline().replaceAll("[.!?]+$", "").split(" ");
        if (words.length <= 3) {
            return cased(idea.logline().replaceAll("[.!?]+$", ""));
        }
        return switch (idea.arc()) {
            case "transformation", "skill", "journey" ->
                cased(whoTitle(idea) + " Who Wanted to " + shortened(idea.goal()));
            case "rivalry" ->
                cased(idea.treasure()
                        .orElse(idea.hero().name() + " and " + idea.other().name()));
            default -> cased(whoTitle(idea) + " and " + idea.other().name());
        };
    }

    private static String chineseTitle(Idea idea) {
        var who = idea.hero().role();
        return switch (idea.arc()) {
            case "transformation", "skill" -> "想" + idea.goal() + "的" + who;
            default -> who + "与" + idea.other().name();
        };
    }

    private static String shortened(String goal) {
        var words = List.of(goal.split(" "));
        var kept = new ArrayList<>(words.subList(0, Math.min(4, words.size())));
        while (kept.size() > 1
                && (SMALL.contains(kept.getLast()) || kept.getLast().equals("through"))) {
            kept.removeLast();
        }
        return String.join(" ", kept);
    }

    /** The role is known from the idea; a name we gave is not. */
    private static String whoTitle(Idea idea) {
        if (idea.hero().role().contains(" and ")) {
            return idea.hero().role();
        }
        var intro = idea.hero().intro();
        var given = idea.hero().name() + " the ";
        if (intro.contains(" named ")) {
            return "The " + intro.replaceFirst(" named .*", "").replaceFirst("^an? ", "");
        }
        if (intro.startsWith(given)) {
            return "The " + intro.substring(given.length());
        }
        if (intro.contains(",")) {
            return intro.substring(0, intro.indexOf(','));
        }
        return idea.hero().name();
    }

    static String cased(String title) {
        var words = new ArrayList<String>();
        for (var word : title.split(" ")) {
            var small = SMALL.contains(word.toLowerCase(Locale.ROOT)) && !words.isEmpty();
            words.add(small ? word.toLowerCase(Locale.ROOT) : Words.capitalized(word));
        }
        return String.join(" ", words);
    }

    static String ofText(String text, boolean chinese) {
        var first = Sentences.split(text).getFirst().replaceAll("[\"“”「」『』*_#]", "");
        if (chinese) {
            var clause = first.split("[，。！？；：,]")[0];
            return clause.length() > 12 ? clause.substring(0, 12) : clause.isBlank() ? "无题" : clause;
        }
        var words = List.of(first.replaceAll("[.!?,;:]+$", "").strip().split("\\s+"));
        var title = cased(String.join(" ", words.subList(0, Math.min(6, words.size())))
                .replaceAll("[,;:]$", ""));
        return title.isBlank() ? "Untitled" : title;
    }
}
