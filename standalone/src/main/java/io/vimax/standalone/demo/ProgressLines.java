package io.vimax.standalone.demo;

import io.vimax.standalone.demo.FilmProgress.Shot;
import io.vimax.standalone.demo.FilmProgress.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Progress as lines of text that are redrawn on a terminal. */
final class ProgressLines {
    /** More lines than this do not fit on a usual screen beside the stages. */
    private static final int MOST_SHOTS = 12;

    private static final int BAR = 24;

    private static final Map<String, String> STAGES = Map.of(
            "script", "Script",
            "portraits", "Portraits",
            "keyframes", "Pictures",
            "clips", "Clips",
            "voices", "Voices",
            "music", "Music",
            "timeline", "Timeline",
            "render", "Film");

    private ProgressLines() {}

    static List<String> picture(FilmProgress film, Duration elapsed) {
        List<String> lines = new ArrayList<>();
        lines.add("%-9s %s %3.0f %%  %s"
                .formatted(
                        film.title().isEmpty() ? "New film" : "Film",
                        bar(film.percent()),
                        film.percent(),
                        time(film, elapsed))
                .stripTrailing());
        for (Stage stage : film.stages()) {
            lines.add(stage(stage));
        }
        List<Shot> open = film.shots().stream()
                .filter(shot -> !shot.doing().equals("ready"))
                .sorted(java.util.Comparator.comparing(shot -> shot.doing().equals("waiting")))
                .toList();
        for (Shot shot : open.subList(0, Math.min(MOST_SHOTS, open.size()))) {
            lines.add(shot(shot));
        }
        if (open.size() > MOST_SHOTS) {
            lines.add("  and " + (open.size() - MOST_SHOTS) + " more shots");
        }
        return lines;
    }

    static String name(Stage stage) {
        return STAGES.getOrDefault(stage.name(), stage.name());
    }

    static String stage(Stage stage) {
        String counts = stage.total() > 0 ? "%d of %d".formatted(stage.done(), stage.total()) : "";
        return "  %-9s %s %3.0f %%  %s"
                .formatted(name(stage), bar(stage.percent()), stage.percent(), word(stage, counts))
                .stripTrailing();
    }

    private static String word(Stage stage, String counts) {
        return switch (stage.status()) {
            case "failed", "cancelled", "queued" -> (stage.status() + " " + counts).strip();
            case "not_started" -> "";
            default -> counts;
        };
    }

    static String shot(Shot shot) {
        String eta =
                shot.remaining().map(left -> "about " + spoken(left) + " left").orElse("");
        return "    shot %-3d %s %3.0f %%  %s"
                .formatted(shot.number(), bar(shot.percent()), shot.percent(), (shot.doing() + "  " + eta).strip())
                .stripTrailing();
    }

    private static String time(FilmProgress film, Duration elapsed) {
        return spoken(elapsed)
                + film.remaining()
                        .map(left -> ", about " + spoken(left) + " left")
                        .orElse("");
    }

    static String bar(double percent) {
        int full = (int) Math.round(Math.clamp(percent, 0, 100) / 100 * BAR);
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    static String spoken(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        return seconds < 60 ? seconds + " s" : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
}
