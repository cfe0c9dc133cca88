package io.vimax.keypool.uptime;

import io.vimax.keypool.usage.ModelUse;
import io.vimax.keypool.usage.UsageBooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last 90 half hours of each model that a person has used. */
@Component
class Uptime {

    static final Duration CELL = Duration.ofMinutes(30);
    static final int CELLS = 90;

    private static final double DOWN_FROM = 0.5;
    private static final double DEGRADED_ABOVE = 0.05;

    private final UsageBooks books;
    private final Clock clock;

    Uptime(UsageBooks books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    enum State {
        /** Nothing was asked of it. */
        IDLE,
        UP,
        /** More than one of twenty requests failed by the fault of key or provider. */
        DEGRADED,
        /** At least every other request failed. */
        DOWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(long requests, long faults) {
            if (requests == 0) {
                return IDLE;
            }
            double share = (double) faults / requests;
            if (share >= DOWN_FROM) {
                return DOWN;
            }
            return share > DEGRADED_ABOVE ? DEGRADED : UP;
        }
    }

    /** @param state idle, up, degraded or down */
    record Cell(Instant from, String state, long requestCount, long faultCount) {}

    /**
     * One model.
     *
     * @param state that of the last half hour in which something was asked of it
     * @param errors by class, over all cells
     * @param latencyP50Ms over all cells, in milliseconds; null without a success
     * @param cells oldest first, 90 of half an hour each
     */
    record Model(
            String serviceType,
            String model,
            String state,
            Map<String, Long> errors,
            @Nullable Long latencyP50Ms,
            @Nullable Long latencyP95Ms,
            List<Cell> cells) {}

    /** Start of the oldest cell that is shown. */
    Instant start() {
        return now().minus(CELL.multipliedBy(CELLS - 1));
    }

    /** Start of the cell that is being filled. */
    private Instant now() {
        long seconds = CELL.toSeconds();
        return Instant.ofEpochSecond(clock.instant().getEpochSecond() / seconds * seconds);
    }

    List<Model> of(UUID person) {
        Instant from = start();
        Instant to = clock.instant();
        Map<List<String>, Map<Instant, ModelUse>> halfHours = new HashMap<>();
        books.byModel(person, from, to, true)
                .forEach(use -> halfHours
                        .computeIfAbsent(List.of(use.service(), use.model()), _ -> new HashMap<>())
                        .put(use.from(), use));
        return books.byModel(person, from, to, false).stream()
                .map(whole ->
                        model(whole, from, halfHours.getOrDefault(List.of(whole.service(), whole.model()), Map.of())))
                .toList();
    }

    private static Model model(ModelUse whole, Instant from, Map<Instant, ModelUse> uses) {
        List<Cell> cells = new ArrayList<>();
        String last = State.IDLE.word();
        for (int number = 0; number < CELLS; number++) {
            Instant start = from.plus(CELL.multipliedBy(number));
            ModelUse use = uses.get(start);
            long requests = use == null ? 0 : use.requests();
            long faults = use == null ? 0 : use.faults();
            State state = State.of(requests, faults);
            cells.add(new Cell(start, state.word(), requests, faults));
            last = state == State.IDLE ? last : state.word();
        }
        return new Model(
                whole.service(),
                whole.model(),
                last,
                whole.errors(),
                whole.latencyP50Ms(),
                whole.latencyP95Ms(),
                cells);
    }
}
