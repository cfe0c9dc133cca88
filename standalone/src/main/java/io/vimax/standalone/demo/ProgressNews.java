package io.vimax.standalone.demo;

import io.vimax.standalone.demo.FilmProgress.Shot;
import io.vimax.standalone.demo.FilmProgress.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Progress as lines that are added to a log, each with the time, the share of the film and what is left. Each thing is told once: a
 * stage whose work is queued and running in turn, and a share that falls when more work becomes known, make no new line.
 */
final class ProgressNews {
    private final Set<String> told = new HashSet<>();
    private int tenth;

    List<String> since(FilmProgress film, Duration elapsed) {
        List<String> news = new ArrayList<>();
        for (Stage stage : film.stages()) {
            String words = ProgressLines.name(stage) + ": " + stage.status().replace('_', ' ');
            boolean begun =
                    !stage.status().equals("not_started") && !stage.status().equals("queued");
            if (begun && told.add(words)) {
                news.add(words + (stage.total() > 1 ? " (%d of %d)".formatted(stage.done(), stage.total()) : ""));
            }
        }
        for (Shot shot : film.shots()) {
            String words = "Shot " + shot.number() + " of " + film.shots().size() + ": " + shot.doing();
            if (!shot.doing().equals("waiting") && told.add(words)) {
                news.add(words);
            }
        }
        int reached = (int) film.percent() / 10;
        if (reached > tenth) {
            tenth = reached;
            if (news.isEmpty() && !film.finished()) {
                news.add("Going on");
            }
        }
        String clock = clock(film, elapsed);
        return news.stream().map(words -> clock + words).toList();
    }

    private static String clock(FilmProgress film, Duration elapsed) {
        String left = film.finished()
                ? ""
                : film.remaining()
                        .map(time -> "about " + minutes(time) + " left")
                        .orElse("");
        return String.format(Locale.ROOT, "%5s  %3.0f %%  %-15s  ", minutes(elapsed), film.percent(), left);
    }

    private static String minutes(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
