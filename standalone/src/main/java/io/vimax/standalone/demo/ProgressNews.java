package io.vimax.standalone.demo;

import io.vimax.standalone.demo.FilmProgress.Shot;
import io.vimax.standalone.demo.FilmProgress.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Progress as lines that are added to a log. Each thing is told once: a stage whose work is queued and running in turn, and a
 * share that falls when more work becomes known, make no new line.
 */
final class ProgressNews {
    private final Set<String> told = new HashSet<>();
    private int tenth;

    List<String> since(FilmProgress film, Duration elapsed) {
        List<String> lines = new ArrayList<>();
        String clock = "[%3d s] ".formatted(elapsed.toSeconds());
        for (Stage stage : film.stages()) {
            String words = ProgressLines.name(stage) + ": " + stage.status().replace('_', ' ');
            boolean begun =
                    !stage.status().equals("not_started") && !stage.status().equals("queued");
            if (begun && told.add(words)) {
                lines.add(clock
                        + words
                        + (stage.total() > 1 ? " (%d of %d)".formatted(stage.done(), stage.total()) : ""));
            }
        }
        for (Shot shot : film.shots()) {
            String words = "Shot " + shot.number() + " of " + film.shots().size() + ": " + shot.doing();
            if (!shot.doing().equals("waiting") && told.add(words)) {
                lines.add(clock + words);
            }
        }
        if ((int) film.percent() / 10 > tenth && !film.finished()) {
            tenth = (int) film.percent() / 10;
            lines.add(clock + tenth * 10 + " % done"
                    + film.remaining()
                            .map(left -> ", about " + ProgressLines.spoken(left) + " left")
                            .orElse(""));
        }
        return lines;
    }
}
