package io.vimax.standalone.demo;

import io.vimax.standalone.console.Refusal;
import io.vimax.standalone.console.Terminal;
import io.vimax.standalone.home.DiskSpace;
import io.vimax.standalone.home.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An order becomes a film in a file, on a system that runs. */
public final class Demo {
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(8);

    private final VimaxApi api;
    private final DemoOrder order;
    private final Terminal terminal;
    private final Home home;
    private final String command;
    private final Report report;
    private final long begin = System.nanoTime();
    private volatile boolean over;
    private int looks;

    /**
     * A film to be made.
     *
     * @param command what a person types to give this order again
     */
    public Demo(VimaxApi api, DemoOrder order, Terminal terminal, Home home, String command) {
        this.api = api;
        this.order = order;
        this.terminal = terminal;
        this.home = home;
        this.command = command;
        this.report = order.json() ? new JsonReport(terminal) : new TextReport(terminal);
    }

    /** Answers the film's file. */
    public Path run() throws IOException, InterruptedException {
        Patience patience = new Patience(report::note, this::requireRoom);
        Pace pace = new Pace();
        Filming filming = new Filming(api, patience, film -> {
            looks++;
            if (!over && !(looks == 1 && film.finished())) {
                report.progress(pace.timed(film, elapsed()), elapsed());
            }
        });
        String episode = new FilmOrders(api, patience, home).place(order);
        Thread cancel = new Thread(() -> cancel(filming, episode), "cancel");
        Runtime.getRuntime().addShutdownHook(cancel);
        FilmProgress film;
        try {
            report.ordered(episode);
            filming.resumeIfNeeded(episode);
            film = filming.follow(episode);
        } finally {
            forget(cancel);
        }
        if (film.film().isEmpty() || !film.finished()) {
            report.note(String.join("\n", failures(film)));
            throw Refusal.because("The film is not finished; what is made is kept. To go on: " + command);
        }
        FilmProgress.Film made = film.film().get();
        Download download = new Download(api);
        Path file = download.save(order.output(), order.overwrite(), made.assetId(), made.bytes());
        List<Path> captions = new ArrayList<>();
        if (made.vttAssetId().isPresent()) {
            captions.add(beside(download, file, ".vtt", made.vttAssetId().get()));
        }
        if (made.srtAssetId().isPresent()) {
            captions.add(beside(download, file, ".srt", made.srtAssetId().get()));
        }
        boolean foundFinished = looks == 1;
        report.finished(new Finished(
                film,
                made,
                file,
                captions,
                foundFinished ? Optional.empty() : Optional.of(elapsed()),
                order.provider() == FilmProvider.SIMULATOR,
                studioLink()));
        return file;
    }

    private void requireRoom() {
        DiskSpace.of(home).shortage().ifPresent(words -> {
            throw Refusal.because(words + " Free 2 GB, then go on with: " + command);
        });
    }

    /**
     * All there is to tell at the end.
     *
     * @param took from the order to the file; empty when an earlier order had made the film
     * @param simulated whether what it cost are the simulator's prices, which nobody pays
     * @param link opens the Studio once, if the gateway gave one
     */
    record Finished(
            FilmProgress film,
            FilmProgress.Film made,
            Path file,
            List<Path> captions,
            Optional<Duration> took,
            boolean simulated,
            Optional<String> link) {}

    /** Captions belong to the film beside them, so they carry its name and replace older ones. */
    private static Path beside(Download download, Path film, String ending, String asset)
            throws IOException, InterruptedException {
        return download.save(film.resolveSibling(Download.stem(film) + ending), true, asset, 0);
    }

    private Optional<String> studioLink() throws InterruptedException {
        try {
            VimaxApi.Answer answer = api.post("/api/v1/session/links");
            return answer.ok()
                    ? Optional.of(answer.body().path("url").asString("")).filter(url -> !url.isEmpty())
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // the film is there; a missing link is no reason to fail
        }
    }

    /** The editor's words for what helps, as a person at a terminal does it. */
    private static String remedy(String action) {
        return switch (action) {
            case "retry", "resume" -> "give the order again";
            case "edit" -> "change it in the Studio, then give the order again";
            case "resolve" -> "decide in the Studio, then give the order again";
            default -> action;
        };
    }

    static List<String> failures(FilmProgress film) {
        List<String> lines = new ArrayList<>();
        for (FilmProgress.Problem problem : film.problems()) {
            boolean named = problem.target().isEmpty() || problem.title().startsWith(problem.target());
            String title = named ? problem.title() : problem.target() + ": " + problem.title();
            lines.add((title + (problem.detail().isEmpty() ? "" : ". " + problem.detail())).strip());
            if (!problem.action().isEmpty()) {
                lines.add("  What to do: " + remedy(problem.action()));
            }
        }
        if (lines.isEmpty()) {
            lines.add("The episode is " + film.status() + " in state "
                    + film.state().replace('_', ' ') + ".");
        }
        return lines;
    }

    /** Ctrl-C: what is finished stays, what runs is ended, and the person learns how to go on. */
    private void cancel(Filming filming, String episode) {
        over = true;
        Thread asking = Thread.ofPlatform().daemon().start(() -> {
            try {
                filming.cancel(episode);
            } catch (IOException | InterruptedException _) {
                // the person learns below that it may still run
            }
        });
        try {
            boolean cancelled = asking.join(CANCEL_LIMIT);
            terminal.keep();
            report.note(
                    cancelled
                            ? "Cancelled. What was finished is kept. To go on: " + command
                            : "Cancelling was not confirmed; './vimax down' stops everything. To go on: " + command);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the shutdown has begun and the hook runs: it has the last word
            while (true) {
                java.util.concurrent.locks.LockSupport.park();
            }
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
