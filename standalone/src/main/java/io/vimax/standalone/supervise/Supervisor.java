package io.vimax.standalone.supervise;

import io.vimax.standalone.home.DiskSpace;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.supervise.PartState.Condition;
import io.vimax.standalone.supervise.SystemState.Phase;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs all parts of one system and keeps the state file true. */
public final class Supervisor {
    private static final long MOST_LOG_BYTES = 20L * 1024 * 1024;
    private static final Duration LOG_ROUND = Duration.ofSeconds(20);
    private static final Duration DISK_ROUND = Duration.ofSeconds(1);

    private final Map<String, Child> children = new LinkedHashMap<>();
    private final StateFile file;
    private final Clock clock;
    private final String build;
    private final Map<String, String> settings;
    private final Logs logs;
    private final Instant startedAt;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final DiskSpace disk;
    private volatile @Nullable String shortage;
    private @Nullable Instant readyAt;
    private volatile Phase phase = Phase.STARTING;

    public Supervisor(Home home, List<Part> parts, String build, Map<String, String> settings, Clock clock) {
        this(home, parts, build, settings, clock, DiskSpace.of(home));
    }

    Supervisor(Home home, List<Part> parts, String build, Map<String, String> settings, Clock clock, DiskSpace disk) {
        this.disk = disk;
        this.file = new StateFile(home);
        this.build = build;
        this.settings = Map.copyOf(settings);
        this.clock = clock;
        this.logs = new Logs(home, MOST_LOG_BYTES);
        this.startedAt = clock.instant();
        for (Part part : parts) {
            children.put(part.name(), new Child(part, home, RestartPolicy.USUAL, _ -> write()));
        }
    }

    /** Starts every part as soon as those it needs have been ready. Returns at once. */
    public void start() {
        write();
        for (Child child : children.values()) {
            Thread.ofVirtual().name(child.part().name()).start(() -> startInTurn(child));
        }
        Thread.ofVirtual().name("logs").start(() -> every(LOG_ROUND, logs::rotate));
        Thread.ofVirtual().name("disk").start(() -> every(DISK_ROUND, this::watchDisk));
    }

    private void startInTurn(Child child) {
        try {
            for (String needed : child.part().after()) {
                Child first = children.get(needed);
                while (first != null && phase != Phase.STOPPING && !first.awaitReady(Duration.ofSeconds(1))) {
                    if (first.state().condition() == Condition.GIVEN_UP) {
                        return;
                    }
                }
            }
            if (phase != Phase.STOPPING) {
                child.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops doors first, then workers, then stores; parts of one tier together. */
    public void stop() {
        synchronized (this) {
            if (phase == Phase.STOPPING || phase == Phase.STOPPED) {
                return;
            }
            phase = Phase.STOPPING;
        }
        write();
        TreeMap<Integer, List<Child>> tiers = new TreeMap<>(Comparator.reverseOrder());
        children.values()
                .forEach(child -> tiers.computeIfAbsent(child.part().tier(), _ -> new ArrayList<>())
                        .add(child));
        try {
            for (List<Child> tier : tiers.values()) {
                List<Thread> threads = tier.stream()
                        .map(child -> Thread.ofVirtual().start(child::stop))
                        .toList();
                for (Thread thread : threads) {
                    thread.join();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            phase = Phase.STOPPED;
        }
        write();
        stopped.countDown();
    }

    public void awaitStopped() throws InterruptedException {
        stopped.await();
    }

    public synchronized SystemState state() {
        List<PartState> parts = children.values().stream().map(Child::state).toList();
        String failure = shortage != null
                ? shortage
                : parts.stream()
                        .filter(part -> part.condition() == Condition.GIVEN_UP)
                        .map(PartState::note)
                        .findFirst()
                        .orElse(null);
        if (phase == Phase.STARTING || phase == Phase.READY) {
            if (failure != null) {
                phase = Phase.FAILED;
            } else if (readyAt == null && parts.stream().allMatch(part -> part.condition() == Condition.READY)) {
                readyAt = clock.instant();
                phase = Phase.READY;
            }
        }
        ProcessHandle self = ProcessHandle.current();
        return new SystemState(
                phase,
                self.pid(),
                self.info().startInstant().orElse(null),
                build,
                settings,
                startedAt,
                readyAt,
                parts,
                failure);
    }

    /** A disk that refuses must not end the thread that watches a part: the part would never be started again. */
    private synchronized void write() {
        try {
            file.write(state());
        } catch (UncheckedIOException e) {
            System.err.println("The state file cannot be written: " + e.getMessage());
        }
    }

    private void watchDisk() {
        if (shortage == null) {
            disk.shortage().ifPresent(words -> {
                shortage = words;
                System.err.println(words);
                stop();
            });
        }
    }

    /** Until everything has stopped. */
    private void every(Duration round, Runnable action) {
        try {
            while (!stopped.await(round.toMillis(), TimeUnit.MILLISECONDS)) {
                action.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
