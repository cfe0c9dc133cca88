package io.vimax.standalone.demo;

import io.vimax.standalone.console.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows an episode until its film is there, through outages of any part. */
public final class Filming {
    private static final Duration LOOK = Duration.ofMillis(400);

    /** Between two stages nothing is under way for a moment; only a standstill of this many looks is one. */
    private static final int STUCK_LOOKS = 15;

    private final VimaxApi api;
    private final Patience patience;
    private final Consumer<FilmProgress> onChange;

    public Filming(VimaxApi api, Consumer<String> say, Consumer<FilmProgress> onChange) {
        this(api, new Patience(say), onChange);
    }

    Filming(VimaxApi api, Patience patience, Consumer<FilmProgress> onChange) {
        this.api = api;
        this.patience = patience;
        this.onChange = onChange;
    }

    /** Goes on with an episode that was cancelled or had stopped at a failure. */
    public void resumeIfNeeded(String episodeId) throws InterruptedException {
        VimaxApi.Answer answer = patience.ask(() -> api.get(path(episodeId) + "/state", Optional.empty()));
        if (answer.ok() && FilmProgress.of(answer.body()).needsResume()) {
            patience.ask(() -> api.post(path(episodeId) + "/resume"));
        }
    }

    /** Answers the last look: the film is finished, or stands still because something failed. */
    public FilmProgress follow(String episodeId) throws InterruptedException {
        Optional<String> etag = Optional.empty();
        Optional<FilmProgress> last = Optional.empty();
        int stuck = 0;
        while (true) {
            Optional<String> known = etag;
            VimaxApi.Answer answer = patience.ask(() -> api.get(path(episodeId) + "/state", known));
            if (answer.ok()) {
                FilmProgress film = FilmProgress.of(answer.body());
                etag = answer.etag();
                last = Optional.of(film);
                onChange.accept(film);
            } else if (answer.status() != 304) {
                throw Refusal.because("The film cannot be followed: " + answer.words() + " (" + answer.code() + ")");
            }
            if (last.isPresent()) {
                FilmProgress film = last.get();
                stuck = film.stuck() || film.status().equals("cancelled") ? stuck + 1 : 0;
                if (film.finished() || stuck > STUCK_LOOKS) {
                    return film;
                }
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    void cancel(String episodeId) throws IOException, InterruptedException {
        api.post(path(episodeId) + "/cancel");
    }

    private static String path(String episodeId) {
        return "/api/v1/editor/episode/" + episodeId;
    }
}
