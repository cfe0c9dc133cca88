package io.vimax.bench.portkey;

import io.vimax.bench.replica.KeyPoolSystem;
import io.vimax.bench.replica.KeyPoolSystem.NewKey;
import io.vimax.bench.replica.KeyPoolSystem.NewLimit;
import io.vimax.bench.replica.LeaseClient;
import io.vimax.bench.replica.Wire;
import io.vimax.standalone.home.Dist;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** ViMax's way: a lease from a key-pool-service that knows the limits, then the call itself, straight to the provider with the lent key. */
final class PoolDoor implements Door {

    private static final int TIMEOUT_MS = 10_000;
    private static final long LEASE_MS = 30_000;

    private static final Duration USUAL_WAIT = Duration.ofSeconds(1);

    /** As generation-worker: what the pool says of a slot in flight is when its lease ends by itself, and most end long before. */
    private static final Duration LONGEST_WAIT_FOR_A_SLOT = Duration.ofSeconds(2);

    /** A connection is not kept over a longer wait: hundreds of callers wait at the same time. */
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final Provider provider;
    private final KeyPoolSystem system;

    /** Starts a replica with servers of its own, and gives it the keys and the limits. */
    PoolDoor(Dist dist, Path folder, Provider provider, List<Allowance> accounts)
            throws IOException, InterruptedException, SQLException {
        this.provider = provider;
        this.system = new KeyPoolSystem(dist, folder, KeyPoolSystem.SERVER, 1);
        try {
            system.add(accounts.stream()
                    .map(account -> new NewKey(
                            Provider.PROTOCOL, account.name(), account.secret(), provider.address(), List.of()))
                    .toList());
            for (Allowance account : accounts) {
                system.limit(
                        Provider.PROTOCOL,
                        account.name(),
                        List.of(
                                new NewLimit("*", "in_flight", "now", account.inFlight()),
                                new NewLimit("*", "requests_per_minute", "rolling", account.perMinute())));
            }
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public Visit enter() {
        var pool = new LeaseClient(system.replicas().getFirst().port(), TIMEOUT_MS, "bench");
        return new Visit() {
            @Override
            public Answer ask() {
                try {
                    Answer answer = attempt(pool);
                    if (answer instanceof Answer.NotYet(Duration wait) && wait.compareTo(KEPT) >= 0) {
                        pool.close();
                    }
                    return answer;
                } catch (IOException e) {
                    return new Answer.Broken(String.valueOf(e.getMessage()));
                }
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }

    private Answer attempt(LeaseClient pool) throws IOException {
        return switch (pool.acquire(UUID.randomUUID(), Provider.PROTOCOL, Provider.MODEL, LEASE_MS, Set.of())) {
            case LeaseClient.Refused refused -> {
                // Without a time, no time helps by itself; a change of the keys might.
                Duration told = refused.retryAfterMs() > 0 ? Duration.ofMillis(refused.retryAfterMs()) : USUAL_WAIT;
                boolean slot = refused.reason().equals("in_flight") && told.compareTo(LONGEST_WAIT_FOR_A_SLOT) > 0;
                yield new Answer.NotYet(slot ? LONGEST_WAIT_FOR_A_SLOT : told);
            }
            case LeaseClient.Granted lease -> {
                Wire.Reply reply = provider.chat(lease.secret());
                yield switch (reply.status()) {
                    case 200 -> {
                        pool.settle(lease, "success", "", 0);
                        yield new Answer.Served();
                    }
                    case 429 -> {
                        pool.settle(
                                lease, "rate_limited", ",\"retry_after_ms\":" + Math.max(0, reply.retryAfterMs()), 0);
                        // The pool knows of it now, and lends another key or says how long to wait.
                        yield new Answer.TurnedAway(Duration.ofMillis(1));
                    }
                    default -> {
                        pool.settle(lease, "provider_error", "", 0);
                        yield new Answer.Broken("HTTP " + reply.status());
                    }
                };
            }
        };
    }

    @Override
    public void close() {
        system.close();
    }
}
