package io.vimax.bench.workersdrill;

import io.vimax.bench.workers.WorkerSystem;
import io.vimax.bench.workers.WorkerSystem.Worker;
import io.vimax.bench.workersdrill.Chronicle.Entry;
import io.vimax.bench.workersdrill.Chronicle.Kind;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Kills workers by {@code kill -9}: at any moment, or where a task of theirs passes a crash point. A killed worker comes back under its
 * old name, which frees its claims at once, or under a new one, so that only its silence does.
 */
final class Kills implements AutoCloseable {

    private static final String ANY_MOMENT = "any moment";
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT_AT_A_POINT = Duration.ofSeconds(4);
    private static final int LONGEST_AWAY_MS = 2_000;
    private static final double SHARE = 0.3;

    private final List<Place> places;
    private final CrashPoints points;
    private final Random random;
    private final Chronicle chronicle;
    private final Clock clock;
    private final ExecutorService starts = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final List<String> deck = new ArrayList<>();
    private final Set<String> passed = new TreeSet<>();
    private int strikes;
    private int spared;
    private int killed;
    private int atPoints;

    Kills(WorkerSystem system, CrashPoints points, Random random, Chronicle chronicle, Clock clock) {
        this.points = points;
        this.places = system.workers().stream().map(Place::new).toList();
        this.random = random;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Where one worker runs after the other. */
    private static final class Place {
        final Worker worker;
        volatile String name;
        volatile boolean ready = true;
        int times;

        Place(Worker worker) {
            this.worker = worker;
            this.name = worker.name();
        }
    }

    int strikes() {
        return strikes;
    }

    /** Strikes that killed nobody, because only one worker had come back yet. */
    int spared() {
        return spared;
    }

    int killed() {
        return killed;
    }

    int atPoints() {
        return atPoints;
    }

    /** Crash points that somebody died at. */
    Set<String> points() {
        return Set.copyOf(passed);
    }

    /**
     * Kills three workers of ten every five seconds, on average.
     *
     * @param end by {@link System#nanoTime}
     */
    void until(long end) throws IOException, InterruptedException, SQLException {
        long next = System.nanoTime() + BETWEEN.toNanos();
        while (next < end) {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            strike();
            next = Math.max(next + BETWEEN.toNanos(), System.nanoTime());
            rethrow();
        }
    }

    /** Waits until all that were killed have come back. */
    void awaitAll() throws IOException, InterruptedException {
        while (places.stream().anyMatch(place -> !place.ready)) {
            rethrow();
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void rethrow() throws IOException {
        Exception e = failure.get();
        if (e != null) {
            throw new IOException("A worker did not come back: " + e.getMessage(), e);
        }
    }

    private void strike() throws IOException, InterruptedException, SQLException {
        strikes++;
        // One stays, or the drill would measure how long a JVM takes to start.
        int count = Math.min((int) (SHARE * places.size() + random.nextDouble()), ready().size() - 1);
        if (count < 1) {
            spared++;
            return;
        }
        Set<String> moments = new TreeSet<>();
        int anyMoment = 0;
        for (int number = 0; number < count; number++) {
            String moment = draw();
            if (moment.equals(ANY_MOMENT) || !moments.add(moment)) {
                anyMoment++;
            }
        }
        for (int number = 0; number < anyMoment; number++) {
            killAny();
        }
        for (String moment : moments) {
            points.arm(moment);
        }
        long give = System.nanoTime() + LONGEST_WAIT_AT_A_POINT.toNanos();
        while (!moments.isEmpty()) {
            boolean late = System.nanoTime() > give;
            for (String moment : List.copyOf(moments)) {
                Optional<String> holder = late ? points.disarm(moment) : points.held(moment);
                if (holder.isPresent()) {
                    kill(named(holder.get()), moment);
                } else if (late) {
                    killAny();
                }
                if (holder.isPresent() || late) {
                    moments.remove(moment);
                }
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private List<Place> ready() {
        return places.stream().filter(place -> place.ready).toList();
    }

    private void killAny() throws InterruptedException {
        List<Place> alive = ready();
        if (alive.size() > 1) {
            kill(alive.get(random.nextInt(alive.size())), ANY_MOMENT);
        }
    }

    private Place named(String name) {
        return places.stream()
                .filter(place -> place.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no worker " + name));
    }

    /** As many at points as at any moment; every point comes before one comes again. */
    private String draw() {
        if (deck.isEmpty()) {
            deck.addAll(CrashPoints.NAMES);
            deck.addAll(Collections.nCopies(CrashPoints.NAMES.size(), ANY_MOMENT));
            Collections.shuffle(deck, random);
        }
        return deck.removeLast();
    }

    private void kill(Place place, String moment) throws InterruptedException {
        place.ready = false;
        long at = Chronicle.micros(clock.instant());
        place.worker.process().kill();
        chronicle.write(new Entry(Kind.KILLED, at, null, place.name, "", 0, moment));
        killed++;
        if (!moment.equals(ANY_MOMENT)) {
            atPoints++;
            passed.add(moment);
        }
        place.times++;
        String name = random.nextBoolean() ? place.name : place.worker.name() + "-" + place.times;
        long away = random.nextInt(LONGEST_AWAY_MS);
        var _ = starts.submit(() -> {
            comeBack(place, name, away);
            return true;
        });
    }

    private void comeBack(Place place, String name, long away) {
        try {
            TimeUnit.MILLISECONDS.sleep(away);
            place.name = name;
            place.worker.process().startAgain(WorkerSystem.named(name));
            place.worker.process().awaitReady();
            chronicle.write(new Entry(
                    Kind.READY,
                    Chronicle.micros(clock.instant()),
                    null,
                    name,
                    "",
                    0,
                    "processor " + place.worker.process().processorTime().toMillis() + " ms"));
            place.ready = true;
        } catch (IOException | InterruptedException | RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    @Override
    public void close() {
        starts.shutdownNow();
    }
}
