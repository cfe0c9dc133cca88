package io.vimax.bench.drill;

import io.vimax.bench.replica.LeaseClient;
import io.vimax.bench.replica.LeaseClient.Granted;
import io.vimax.bench.replica.LeaseClient.Refused;
import io.vimax.bench.replica.Replica;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Lends, holds and ends leases through whichever replica answers, as workers do: it asks again with the same id when an answer is lost,
 * keeps long work alive, and now and then dies with a lease or comes back after its time.
 */
final class DrillWorker implements Runnable {

    private static final int TIMEOUT_MS = 3_000;
    private static final long LONGEST_WAIT_MS = 250;
    private static final long GIVES_UP_US = TimeUnit.SECONDS.toMicros(25);
    private static final int TRIES_TO_ACQUIRE = 6;

    private final List<LeaseClient> replicas;
    private final Ledger ledger;
    private final Random random;
    private final Tally tally;
    private volatile boolean stopped;

    DrillWorker(List<Replica> replicas, Ledger ledger, long seed, String name, Tally tally) {
        this.replicas = replicas.stream()
                .map(replica -> new LeaseClient(replica.port(), TIMEOUT_MS, name))
                .toList();
        this.ledger = ledger;
        this.random = new Random(seed);
        this.tally = tally;
    }

    /** What all workers did, for the last line. */
    record Tally(AtomicLong refused, AtomicLong unanswered) {
        Tally() {
            this(new AtomicLong(), new AtomicLong());
        }
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                work();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            replicas.forEach(LeaseClient::close);
        }
    }

    private LeaseClient any() {
        return replicas.get(random.nextInt(replicas.size()));
    }

    private void work() throws InterruptedException {
        String service = Landscape.at(random.nextInt(100)).service();
        String model = Landscape.MODELS.get(random.nextInt(Landscape.MODELS.size()));
        long lengthMs = 3_000L + random.nextInt(3_000);
        UUID id = new UUID(random.nextLong(), random.nextLong());
        long asked = Ledger.now();
        LeaseClient.@Nullable Decision decision = acquire(id, service, model, lengthMs);
        switch (decision) {
            case null -> tally.unanswered().incrementAndGet();
            case Refused refused -> {
                tally.refused().incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(Math.max(1, Math.min(refused.retryAfterMs(), LONGEST_WAIT_MS)));
            }
            case Granted lease -> {
                var held = new Held(lease, service, model);
                note(held, Ledger.Kind.GRANTED, asked, lease.expiresAt(), null, 0, true);
                use(held, lengthMs);
            }
        }
    }

    private record Held(Granted lease, String service, String model) {}

    private LeaseClient.@Nullable Decision acquire(UUID id, String service, String model, long lengthMs)
            throws InterruptedException {
        for (int attempt = 0; attempt < TRIES_TO_ACQUIRE; attempt++) {
            try {
                return any().acquire(id, service, model, lengthMs, Set.of());
            } catch (IOException _) {
                // The answer is lost: it may have been granted. The same id again gets the same lease.
                TimeUnit.MILLISECONDS.sleep(20L + random.nextInt(80));
            }
        }
        return null;
    }

    private void use(Held held, long lengthMs) throws InterruptedException {
        int dice = random.nextInt(100);
        if (dice < 4) {
            note(held, Ledger.Kind.ABANDONED, Ledger.now(), null, null, 0, false);
            return;
        }
        boolean lost = false;
        if (dice < 10) {
            for (int beat = 0; beat < 4 && !lost; beat++) {
                TimeUnit.MILLISECONDS.sleep(lengthMs / 3);
                lost = !keepAlive(held, lengthMs);
            }
        } else if (dice < 12) {
            // Cut off for longer than the lease: it comes back and tells what it did.
            TimeUnit.MILLISECONDS.sleep(lengthMs + 200);
        } else {
            TimeUnit.MILLISECONDS.sleep(20L + random.nextInt(250));
        }
        end(held);
    }

    /** @return whether the lease is still this worker's; no answer is no news */
    private boolean keepAlive(Held held, long lengthMs) {
        long asked = Ledger.now();
        try {
            Instant expires = any().extend(held.lease(), lengthMs);
            if (expires == null) {
                return false;
            }
            note(held, Ledger.Kind.EXTENDED, asked, expires, null, 0, true);
        } catch (IOException _) {
            // The next beat comes before the lease ends.
        }
        return true;
    }

    private void end(Held held) throws InterruptedException {
        String outcome = outcome();
        String hints = outcome.equals("rate_limited") ? ",\"retry_after_ms\":500" : "";
        long cost = outcome.equals("not_sent") ? 0 : 1L + random.nextInt(1_000);
        long asked = Ledger.now();
        while (Ledger.now() - asked < GIVES_UP_US) {
            try {
                boolean accepted = any().settle(held.lease(), outcome, hints, cost);
                note(held, Ledger.Kind.ENDED, asked, null, outcome, cost, accepted);
                return;
            } catch (IOException _) {
                TimeUnit.MILLISECONDS.sleep(50L + random.nextInt(150));
            }
        }
        note(held, Ledger.Kind.UNANSWERED, asked, null, outcome, cost, false);
    }

    private String outcome() {
        int dice = random.nextInt(200);
        return dice < 4
                ? "rate_limited"
                : dice < 8 ? "content_rejected" : dice < 12 ? "not_sent" : dice < 13 ? "provider_error" : "success";
    }

    private void note(
            Held held,
            Ledger.Kind kind,
            long asked,
            @Nullable Instant expires,
            @Nullable String outcome,
            long cost,
            boolean accepted) {
        ledger.write(new Ledger.Entry(
                kind,
                held.lease().leaseId(),
                held.service(),
                held.model(),
                held.lease().scopeId(),
                held.lease().fence(),
                asked,
                Ledger.now(),
                expires == null ? 0 : expires.getEpochSecond() * 1_000_000 + expires.getNano() / 1_000,
                outcome,
                cost,
                accepted));
    }
}
