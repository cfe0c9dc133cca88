package io.vimax.standalone.demo;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast this film grows. The editor knows the remaining time only when every kind of work was done on this installation before;
 * until then the film's own pace, measured from the first look on, tells it.
 */
final class Pace {
    /** Less than this says more about the start than about the film. */
    private static final double LEAST_SHARE = 10;

    private static final Duration LEAST_TIME = Duration.ofSeconds(5);

    private Optional<Look> first = Optional.empty();

    private record Look(Duration at, double percent) {}

    /** The film with a remaining time, as far as there is one. */
    FilmProgress timed(FilmProgress film, Duration elapsed) {
        if (film.finished() || film.remaining().isPresent()) {
            return film;
        }
        Look begin = first.orElseGet(() -> new Look(elapsed, film.percent()));
        first = Optional.of(begin);
        double grown = film.percent() - begin.percent();
        Duration spent = elapsed.minus(begin.at());
        if (grown < LEAST_SHARE || spent.compareTo(LEAST_TIME) < 0) {
            return film;
        }
        return film.withRemaining(Duration.ofMillis(Math.round(spent.toMillis() * (100 - film.percent()) / grown)));
    }
}
