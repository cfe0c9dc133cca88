package io.vimax.simulator.job;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All jobs that can be asked about. Thread-safe. */
public final class Jobs {

    private final Map<String, Job> byId = new ConcurrentHashMap<>();

    public void add(Job job) {
        if (byId.putIfAbsent(job.id(), job) != null) {
            throw new IllegalStateException("There are two jobs with the id " + job.id());
        }
    }

    public Optional<Job> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Oldest first. */
    public List<Job> list() {
        return byId.values().stream()
                .sorted(Comparator.comparing(Job::begins).thenComparing(Job::id))
                .toList();
    }

    /** Jobs that run at an instant. */
    public long running(Instant now) {
        return byId.values().stream()
                .filter(job -> !job.over(now) && !job.cancelled())
                .count();
    }

    public void clear() {
        byId.clear();
    }
}
