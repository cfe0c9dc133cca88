package io.vimax.bench.leases;

import io.vimax.bench.replica.LeaseClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Acquire and settle through the HTTP API, one after the other, as a worker does; client and service share the machine. */
final class HttpPairs {

    private static final int CONNECTIONS = 16;
    private static final int CONNECTIONS_AT_A_RATE = 32;
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

    /** @return pairs a second with all connections busy */
    double rate(String model, int warmUpSeconds, int seconds) throws InterruptedException {
        closedLoop(model, warmUpSeconds);
        long begin = System.nanoTime();
        long pairs = closedLoop(model, seconds);
        return pairs * 1e9 / (System.nanoTime() - begin);
    }

    private long closedLoop(String model, int seconds) throws InterruptedException {
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

    private record Pair(long due, long acquired, long asked, long settled) {}

    /** Pairs at a steady rate, whether or not earlier ones have been answered. */
    Latencies atRate(String model, int perSecond, int seconds) throws InterruptedException {
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
                pairs.add(new Pair(moment, acquired, acquired, System.nanoTime()));
            }
        });
        clock.join();
        return new Latencies(
                percentile(
                        pairs.stream().mapToLong(it -> it.acquired() - it.due()).toArray(), 0.5),
                percentile(
                        pairs.stream().mapToLong(it -> it.acquired() - it.due()).toArray(), 0.99),
                percentile(
                        pairs.stream()
                                .mapToLong(it -> it.settled() - it.asked())
                                .toArray(),
                        0.99),
                percentile(
                        pairs.stream().mapToLong(it -> it.settled() - it.due()).toArray(), 0.5),
                percentile(
                        pairs.stream().mapToLong(it -> it.settled() - it.due()).toArray(), 0.99));
    }

    private static double percentile(long[] nanos, double share) {
        Arrays.sort(nanos);
        return nanos[(int) Math.min(nanos.length - 1, Math.ceil(share * nanos.length) - 1)] / 1e6;
    }

    @FunctionalInterface
    private interface Work {
        void with(LeaseClient client) throws IOException, InterruptedException;
    }

    private void each(int connections, Work work) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        var failure = new java.util.concurrent.atomic.AtomicReference<@Nullable Exception>();
        for (int number = 0; number < connections; number++) {
            String owner = "bench-" + number;
            threads.add(Thread.ofPlatform().start(() -> {
                try (var client = new LeaseClient(port, TIMEOUT_MS, owner)) {
                    work.with(client);
                } catch (IOException | InterruptedException | RuntimeException e) {
                    failure.compareAndSet(null, e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new UncheckedIOException(new IOException("The service did not do as it should: " + failed, failed));
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
