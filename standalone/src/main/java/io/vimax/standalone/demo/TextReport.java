package io.vimax.standalone.demo;

import io.vimax.standalone.console.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** For a person: a picture redrawn in place on a terminal, lines added to a log elsewhere. */
final class TextReport implements Report {
    private final Terminal terminal;
    private final ProgressNews news = new ProgressNews();
    private boolean titled;

    TextReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void ordered(String episodeId) {}

    @Override
    public void progress(FilmProgress film, Duration elapsed) {
        // Before the script is there, a title is only a place-holder.
        if (!film.shots().isEmpty()) {
            title(film);
        }
        if (terminal.live()) {
            terminal.redraw(ProgressLines.picture(film, elapsed));
        } else {
            news.since(film, elapsed).forEach(terminal::say);
        }
    }

    private void title(FilmProgress film) {
        if (!titled && !film.title().isEmpty()) {
            titled = true;
            terminal.say(terminal.strong(film.title()));
        }
    }

    @Override
    public void note(String words) {
        terminal.say(words);
    }

    @Override
    public void finished(Demo.Finished finished) {
        terminal.redraw(List.of());
        title(finished.film());
        FilmProgress.Film made = finished.made();
        terminal.say(
                terminal.good("Film      ") + terminal.strong(finished.file().toString()));
        terminal.say("          %s, %d x %d, %s, %s"
                .formatted(
                        ProgressLines.spoken(made.duration()),
                        made.width(),
                        made.height(),
                        Demo.size(size(finished.file(), made)),
                        finished.took()
                                .map(took -> "made in " + ProgressLines.spoken(took))
                                .orElse("made before; --new makes another")));
        if (!finished.captions().isEmpty()) {
            terminal.say("Captions  "
                    + String.join(
                            ", ",
                            finished.captions().stream()
                                    .map(file -> file.getFileName().toString())
                                    .toList()));
        }
        FilmProgress.Cost cost = finished.film().cost();
        if (finished.simulated() || !cost.isNothing()) {
            terminal.say("Cost      " + FilmProgress.Cost.words(cost.spent()) + ", estimated "
                    + FilmProgress.Cost.words(cost.estimated())
                    + (finished.simulated() ? "  (simulated prices of a simulated provider: nobody pays them)" : ""));
        }
        finished.link().ifPresent(link -> terminal.say("Studio    " + link + "  (this link opens once)"));
    }

    private static long size(Path file, FilmProgress.Film made) {
        try {
            return Files.size(file);
        } catch (java.io.IOException _) {
            return made.bytes();
        }
    }
}
