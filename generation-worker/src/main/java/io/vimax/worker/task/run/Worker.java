package io.vimax.worker.task.run;

import io.vimax.worker.outage.Outage;
import io.vimax.worker.task.Task;
import io.vimax.worker.task.TaskProperties;
import io.vimax.worker.task.WorkTrace;
import io.vimax.worker.task.claim.Claims;
import io.vimax.worker.task.claim.Lanes;
import io.vimax.worker.task.claim.Signal;
import io.vimax.worker.task.claim.Signals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One replica: claims tasks while it has room, runs each on a thread of its own, says that they live, and gives them up in order
 * when it stops.
 */
@Component
class Worker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    private final String instance;
    private final WorkerParts parts;
    private final TaskProperties properties;
    private final Map<UUID, Running> running = new ConcurrentHashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private final Outage database = new Outage("The task table");
    private volatile boolean on;
    private @Nullable Thread claimer;
    private @Nullable Thread listener;
    private @Nullable ScheduledExecutorService beats;

    /** What a replica works with. */
    @Component
    record WorkerParts(Claims claims, TaskRunner runner, Signals signals, Lanes lanes, WorkTrace trace, Clock clock) {}

    private record Running(Task task, Instant since, Stop stop, Thread thread) {}

    Worker(WorkerParts parts, TaskProperties properties) {
        this.parts = parts;
        this.properties = properties;
        parts.lanes().whenOpened(wake::release);
        this.instance = properties.worker() + "#" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Override
    public synchronized void start() {
        on = true;
        claimer = Thread.ofVirtual().name("claimer").start(this::claimOn);
        listener =
                Thread.ofVirtual().name("signals").start(() -> parts.signals().listen(this::hear, wake::release));
        beats = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("claim-beat").factory());
        long beat = properties.heartbeat().toMillis();
        var _ = beats.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
        LOG.info("Worker {} looks for work", instance);
    }

    @Override
    public void stop() {
        halt(Stop.Reason.SHUTDOWN);
    }

    /** As if the process died: claims stay, and their hearts stop. For tests. */
    void abandon() {
        halt(Stop.Reason.ABANDONED);
    }

    @Override
    public boolean isRunning() {
        return on;
    }

    int tasksInHand() {
        return running.size();
    }

    private synchronized void halt(Stop.Reason reason) {
        on = false;
        if (claimer != null) {
            claimer.interrupt();
            join(claimer);
        }
        if (listener != null) {
            listener.interrupt();
        }
        if (beats != null && reason == Stop.Reason.ABANDONED) {
            beats.shutdownNow();
        }
        running.values().forEach(one -> one.stop().now(reason));
        long until = System.nanoTime() + LONGEST_STOP.toNanos();
        for (Running one : running.values()) {
            join(one.thread(), Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        }
        if (beats != null) {
            beats.shutdownNow();
        }
    }

    private void claimOn() {
        boolean formerAdopted = false;
        while (on) {
            try {
                if (!formerAdopted) {
                    int adopted = parts.claims().adoptFormer(properties.worker(), instance);
                    formerAdopted = true;
                    LOG.debug("{} claims of former instances are free again", adopted);
                }
                boolean room = running.size() < properties.mostRunning()
                        && !parts.lanes().allClosed();
                Optional<Task> task = room
                        ? parts.claims().claim(instance, parts.lanes().closed(), Set.copyOf(running.keySet()))
                        : Optional.empty();
                database.over();
                if (task.isPresent()) {
                    begin(task.get());
                } else {
                    await(properties.poll());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                try {
                    await(database.failed(e));
                } catch (InterruptedException stop) {
                    return;
                }
            }
        }
    }

    /** Several signals while nobody waited are one. */
    private void await(Duration longest) throws InterruptedException {
        if (wake.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private void begin(Task task) {
        var stop = new Stop();
        parts.lanes().enter(task.lane());
        Thread thread = Thread.ofVirtual().name("task-" + task.id()).unstarted(() -> work(task, stop));
        running.put(task.id(), new Running(task, parts.clock().instant(), stop, thread));
        if (!on) {
            stop.now(Stop.Reason.SHUTDOWN);
        }
        thread.start();
    }

    private void work(Task task, Stop stop) {
        stop.bind(Thread.currentThread());
        try {
            parts.trace()
                    .within(
                            task,
                            "generation " + task.subject().kind(),
                            () -> parts.runner().run(task, stop));
        } finally {
            running.remove(task.id());
            parts.lanes().leave(task.lane());
            wake.release();
        }
    }

    private void hear(Signal signal) {
        switch (signal) {
            case Signal.Work _ -> wake.release();
            case Signal.SlotFreed(var provider) -> {
                parts.lanes().open(provider);
                wake.release();
            }
            case Signal.Cancelled(var id) -> {
                Running one = running.get(id);
                if (one != null) {
                    one.stop().now(Stop.Reason.CANCELLED);
                }
            }
        }
    }

    private void beat() {
        Map<UUID, Running> mine = Map.copyOf(running);
        if (mine.isEmpty()) {
            return;
        }
        try {
            Map<UUID, Long> alive = parts.claims().beat(instance, mine.keySet());
            mine.forEach((id, one) -> {
                Long fence = alive.get(id);
                if (fence == null || fence != one.task().fence()) {
                    one.stop().now(parts.claims().isCancelled(id) ? Stop.Reason.CANCELLED : Stop.Reason.CLAIM_LOST);
                } else if (isOverdue(one)) {
                    one.stop().now(Stop.Reason.DEADLINE);
                }
            });
            database.over();
        } catch (RuntimeException e) {
            database.failed(e);
        }
    }

    private boolean isOverdue(Running one) {
        return parts.clock().instant().isAfter(one.since().plus(properties.deadline()));
    }

    private static void join(Thread thread) {
        join(thread, LONGEST_STOP);
    }

    private static void join(Thread thread, Duration longest) {
        try {
            thread.join(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
