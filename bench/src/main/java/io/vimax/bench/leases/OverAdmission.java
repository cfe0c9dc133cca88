package io.vimax.bench.leases;

import io.vimax.bench.measure.Together;
import io.vimax.bench.measure.Windows;
import io.vimax.bench.measure.Windows.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;

/**
 * How many calls beyond the limit are let through when everybody asks all the time, for longer than one window. A call counts when
 * it surely lies, with as many others of its key as the limit allows, within less than 60 s: from before the first was asked for to
 * after the last was answered.
 */
final class OverAdmission {

    private static final int KEYS = 20;
    private static final int LIMIT = 100;
    private static final int THREADS_EACH = 4;
    private static final long WINDOW_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE_MS = 4;

    private final UnifiedJedis redis;
    private final String url;

    OverAdmission(UnifiedJedis redis, String url) {
        this.redis = redis;
        this.url = url;
    }

    /** @param over calls beyond the limit */
    record Count(long admitted, long over) {}

    private record Admitted(Object key, Span span) {}

    /** All limiters at once, for the given time. */
    Map<String, Count> measure(int seconds) throws IOException, InterruptedException {
        redis.flushDB();
        var setting = new Setting(KEYS, false, LIMIT);
        Map<String, Count> counts = new LinkedHashMap<>();
        try (var ours = new OurPool(redis, setting);
                var buckets = new Bucket4jBuckets(redis, setting);
                var redisson = new RedissonLimiters(url, setting)) {
            Map<Limiter, Queue<Admitted>> admitted = new LinkedHashMap<>();
            List<Callable<Boolean>> askers = new ArrayList<>();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            for (Limiter limiter : List.of(ours, buckets, redisson)) {
                Queue<Admitted> mine = new ConcurrentLinkedQueue<>();
                admitted.put(limiter, mine);
                for (int thread = 0; thread < THREADS_EACH; thread++) {
                    int first = thread * (KEYS / THREADS_EACH);
                    askers.add(() -> ask(limiter, setting, first, end, mine));
                }
            }
            try (var threads = Executors.newFixedThreadPool(askers.size())) {
                Together.run(threads, askers);
            }
            admitted.forEach((limiter, all) -> counts.put(limiter.name(), new Count(all.size(), over(all))));
        }
        return counts;
    }

    private static boolean ask(Limiter limiter, Setting setting, int first, long end, Queue<Admitted> admitted)
            throws InterruptedException {
        int number = first;
        while (System.nanoTime() < end) {
            long from = System.nanoTime();
            Object key = setting.keyOf(number);
            boolean free;
            if (limiter instanceof OurPool ours) {
                var grant = ours.lend();
                free = grant != null;
                if (grant != null) {
                    key = grant.keyId();
                    ours.settleOne();
                }
            } else {
                free = limiter.take(number);
            }
            long to = System.nanoTime();
            number++;
            if (free) {
                admitted.add(new Admitted(key, new Span(from, to)));
            } else {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        }
        return true;
    }

    private static long over(Queue<Admitted> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Admitted::key, Collectors.mapping(Admitted::span, Collectors.toList())))
                .values()
                .stream()
                .mapToLong(calls -> Windows.over(calls, LIMIT, WINDOW_NS))
                .sum();
    }
}
