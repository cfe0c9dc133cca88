package io.vimax.bench.leases;

import io.vimax.bench.measure.Percentiles;
import io.vimax.bench.measure.Together;
import io.vimax.bench.replica.LeaseClient;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Acquire and settle through the HTTP API, one after the other, as a worker does; client and service share the machine. */
final class HttpPairs {

    /** Enough that the service is never idle: a commit takes milliseconds, and callers who wait for one are entered together. */
    static final int CONNECTIONS = 64;

    private static final int CONNECTIONS_AT_A_RATE = 32;
    private static final int WARM_UP_WINDOW_SECONDS = 5;
    private static final int MOST_WARM_UP_WINDOWS = 20;
    private static final int TIMEOUT_MS = 10_000;
    private static final long LENGTH_MS = 60_000;
    private static final long COST_MICROS = 7;

    private final int port;
    private final String service;

    HttpPairs(int port, String service) {
        this.port = port;
        this.service = service;
    }

    /** Latencies in milliseconds, from the moment at which the call should have begun. */
    record Latencies(double acquireP50, double acquireP99, double settleP99, double pairP50, double pairP99) {}

    /**
     * Keeps all connections busy until the service has become no faster for a while: a JVM compiles what it runs often, and a worker's
     * pool runs for months.
     */
    void warmUp(String model) throws IOException, InterruptedException {
        long best = 0;
        int noFaster = 0;
        for (int window = 0; window < MOST_WARM_UP_WINDOWS && noFaster < 2; window++) {
            long pairs = closedLoop(model, WARM_UP_WINDOW_SECONDS);
            noFaster = pairs > best + best / 20 ? 0 : noFaster + 1;
            best = Math.max(best, pairs);
        }
    }

    /** @return pairs a second with all connections busy */
    double rate(String model, int seconds) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        long pairs = closedLoop(model, seconds);
        return pairs * 1e9 / (System.nanoTime() - begin);
    }

    private long closedLoop(String model, int seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var pairs = new AtomicLong();
        each(CONNECTIONS, client -> {
            while (System.nanoTime() < end) {
                pair(client, model);
                pairs.incrementAndGet();
            }
        });
        return pairs.get();
    }

    private record Pair(long due, long acquired, long settled) {}

    /** Pairs at a steady rate, whether or not earlier ones have been answered. */
    Latencies atRate(String model, int perSecond, int seconds) throws IOException, InterruptedException {
        var due = new LinkedBlockingQueue<Long>();
        var pairs = new ConcurrentLinkedQueue<Pair>();
        int calls = perSecond * seconds;
        var taken = new AtomicInteger();
        Thread clock = Thread.ofPlatform().start(() -> {
            long begin = System.nanoTime();
            for (int call = 0; call < calls; call++) {
                long moment = begin + call * 1_000_000_000L / perSecond;
                while (System.nanoTime() < moment) {
                    LockSupport.parkNanos(moment - System.nanoTime());
                }
                due.add(moment);
            }
        });
        each(CONNECTIONS_AT_A_RATE, client -> {
            while (taken.getAndIncrement() < calls) {
                long moment = due.take();
                LeaseClient.Granted lease = acquire(client, model);
                long acquired = System.nanoTime();
                settle(client, lease);
                pairs.add(new Pair(moment, acquired, System.nanoTime()));
            }
        });
        clock.join();
        Percentiles acquired = percentiles(pairs, pair -> pair.acquired() - pair.due());
        Percentiles settled = percentiles(pairs, pair -> pair.settled() - pair.acquired());
        Percentiles both = percentiles(pairs, pair -> pair.settled() - pair.due());
        return new Latencies(acquired.at(0.5), acquired.at(0.99), settled.at(0.99), both.at(0.5), both.at(0.99));
    }

    /** In milliseconds. */
    private static Percentiles percentiles(Collection<Pair> pairs, ToLongFunction<Pair> nanos) {
        return Percentiles.of(
                pairs.stream().mapToLong(nanos).mapToDouble(it -> it / 1e6).toArray());
    }

    @FunctionalInterface
    private interface Work {
        void with(LeaseClient client) throws IOException, InterruptedException;
    }

    private void each(int connections, Work work) throws IOException, InterruptedException {
        List<Callable<Boolean>> workers = IntStream.range(0, connections)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    try (var client = new LeaseClient(port, TIMEOUT_MS, "bench-" + number)) {
                        work.with(client);
                        return true;
                    }
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            Together.run(threads, workers);
        }
    }

    private void pair(LeaseClient client, String model) throws IOException {
        settle(client, acquire(client, model));
    }

    private LeaseClient.Granted acquire(LeaseClient client, String model) throws IOException {
        LeaseClient.Decision decision = client.acquire(UUID.randomUUID(), service, model, LENGTH_MS, Set.of());
        if (decision instanceof LeaseClient.Granted granted) {
            return granted;
        }
        throw new IOException("Refused what the limits allow: " + decision);
    }

    private static void settle(LeaseClient client, LeaseClient.Granted lease) throws IOException {
        if (!client.settle(lease, "success", "", COST_MICROS)) {
            throw new IOException("A lease of this client was not its own");
        }
    }
}
