package io.vimax.bench.capacity;

import io.vimax.bench.measure.Percentiles;
import io.vimax.bench.measure.Text;
import io.vimax.bench.replica.KeyPoolSystem;
import io.vimax.bench.replica.KeyPoolSystem.NewKey;
import io.vimax.bench.replica.LeaseClient;
import io.vimax.bench.replica.LeaseClient.Granted;
import io.vimax.bench.replica.LeaseClient.Refused;
import io.vimax.bench.replica.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** From the first bad answer of a key to the next lease on another one; and from the end of a rest to the next lease on the same. */
final class Failover {

    private static final String SERVICE = "openai";

    /** Models that only the keys of this measurement serve; the provider is asked for the usual one. */
    private static final String MANY = "failover";

    private static final String ONE = "return";
    /** So many that one is always free: a key rests for longer than it takes to fail over ten times. */
    private static final int KEYS = 64;

    private static final int TIMES = 200;
    private static final int RETURNS = 10;
    private static final Duration SHORT_REST = Duration.ofMillis(400);
    private static final Duration REST = Duration.ofSeconds(2);
    private static final long LENGTH_MS = 30_000;
    private static final int TIMEOUT_MS = 10_000;

    private final SimulatedProvider provider;
    private final KeyPoolSystem system;

    Failover(SimulatedProvider provider, KeyPoolSystem system) {
        this.provider = provider;
        this.system = system;
    }

    /**
     * In milliseconds.
     *
     * @param backWithin the longest time from the end of a rest to the next lease
     */
    record Latencies(double failoverP50, double failoverP95, double backWithin) {

        String words() {
            return Text.format(
                    "From a 429 to a lease on another key: p50 %.1f ms, p95 %.1f ms (%d times). A key was used again at most %.0f ms after the end that its provider had named (%d times).",
                    failoverP50, failoverP95, TIMES, backWithin, RETURNS);
        }
    }

    /** Adds keys of accounts without limits, and uses them. */
    Latencies measure() throws IOException, InterruptedException {
        List<NewKey> keys = new ArrayList<>(provider.open(SERVICE, MANY, KEYS, List.of(), List.of(MANY)));
        keys.addAll(provider.open(SERVICE, ONE, 1, List.of(), List.of(ONE)));
        List<UUID> ids = system.add(keys);
        Map<UUID, String> accounts = new HashMap<>();
        for (int at = 0; at < keys.size(); at++) {
            accounts.put(ids.get(at), keys.get(at).scope());
        }
        try (var pool = new LeaseClient(system.replicas().getFirst().port(), TIMEOUT_MS, "failover");
                var wire = provider.connect()) {
            double[] took = new double[TIMES];
            for (int time = 0; time < TIMES; time++) {
                took[time] = change(pool, wire, accounts);
            }
            Percentiles failover = Percentiles.of(took);
            double longest = 0;
            for (int time = 0; time < RETURNS; time++) {
                longest = Math.max(longest, comeBack(pool, wire, accounts));
            }
            return new Latencies(failover.at(0.5), failover.at(0.95), longest);
        }
    }

    private double change(LeaseClient pool, Wire wire, Map<UUID, String> accounts)
            throws IOException, InterruptedException {
        Granted lease = acquire(pool, MANY, Set.of());
        long bad = badAnswer(wire, accounts, lease, SHORT_REST);
        pool.settle(lease, "rate_limited", ",\"retry_after_ms\":" + SHORT_REST.toMillis(), 0);
        Granted next = acquire(pool, MANY, Set.of(lease.keyId()));
        double took = (System.nanoTime() - bad) / 1e6;
        pool.settle(next, "success", "", 0);
        return took;
    }

    private double comeBack(LeaseClient pool, Wire wire, Map<UUID, String> accounts)
            throws IOException, InterruptedException {
        Granted lease = acquire(pool, ONE, Set.of());
        long reset = badAnswer(wire, accounts, lease, REST) + REST.toNanos();
        pool.settle(lease, "rate_limited", ",\"retry_after_ms\":" + REST.toMillis(), 0);
        Granted next = acquire(pool, ONE, Set.of());
        double late = (System.nanoTime() - reset) / 1e6;
        pool.settle(next, "success", "", 0);
        return late;
    }

    /** @return when the refusal was read */
    private long badAnswer(Wire wire, Map<UUID, String> accounts, Granted lease, Duration hint) throws IOException {
        provider.refuseNext(String.valueOf(accounts.get(lease.keyId())), hint);
        int status = SimulatedProvider.chat(wire, CapacityBench.MODEL, lease.secret());
        if (status != 429) {
            throw new IOException("The provider answered " + status + " where it should refuse");
        }
        return System.nanoTime();
    }

    private static Granted acquire(LeaseClient pool, String model, Set<UUID> excluded)
            throws IOException, InterruptedException {
        while (true) {
            switch (pool.acquire(UUID.randomUUID(), SERVICE, model, LENGTH_MS, excluded)) {
                case Granted granted -> {
                    return granted;
                }
                case Refused refused -> TimeUnit.MILLISECONDS.sleep(Math.max(1, refused.retryAfterMs()));
            }
        }
    }
}
