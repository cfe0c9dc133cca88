package io.vimax.keypool.health;

import io.vimax.keypool.pool.KeyView.RestView;
import io.vimax.keypool.pool.LivePools;
import io.vimax.keypool.pool.LivePools.Away;
import io.vimax.keypool.pool.Overview;
import io.vimax.keypool.pool.Pool;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How providers and models are. Keys and accounts one by one are seen by {@link Pool#look}. */
@Component
public class PoolHealth {

    private final LivePools pools;
    private final Queues queues;

    PoolHealth(LivePools pools, Queues queues) {
        this.pools = pools;
        this.queues = queues;
    }

    /** How a breaker stands. */
    public enum Breaker {
        /** Work goes on. */
        CLOSED,
        /** Nothing is lent. */
        OPEN,
        /** One job may try. */
        HALF_OPEN
    }

    /**
     * One provider.
     *
     * @param answers whether Redis answers; without it nothing else is known and nothing is lent
     * @param rest why it rests and since when, empty when it does not
     * @param models those that rest or wait for the job that tries
     * @param inFlight live leases
     * @param queue callers that were refused by this replica and are expected again
     */
    public record ServiceState(
            String service,
            boolean answers,
            Breaker breaker,
            Optional<Rest> rest,
            List<ModelState> models,
            int inFlight,
            int queue) {}

    public record ModelState(String model, Breaker breaker, Rest rest) {}

    /** @param until when it is tried again; in the past when it waits for the job that tries */
    public record Rest(String reason, Instant since, Instant until, int inARow) {

        private static Rest of(RestView view) {
            return new Rest(
                    view.reason(),
                    Instant.ofEpochMilli(view.since()),
                    Instant.ofEpochMilli(view.until()),
                    view.inARow());
        }
    }

    public ServiceState of(String service) {
        int queue = queues.length(service);
        try {
            Overview seen = pools.ask(service, Pool::overview);
            Optional<RestView> provider = seen.rests().stream()
                    .filter(rest -> rest.holder().equals("provider"))
                    .findFirst();
            List<ModelState> models = seen.rests().stream()
                    .filter(rest -> rest.holder().startsWith("model|"))
                    .map(rest -> new ModelState(
                            rest.holder().substring("model|".length()), breaker(rest, seen), Rest.of(rest)))
                    .toList();
            return new ServiceState(
                    service,
                    true,
                    provider.map(rest -> breaker(rest, seen)).orElse(Breaker.CLOSED),
                    provider.map(Rest::of),
                    models,
                    seen.inFlight(),
                    queue);
        } catch (Away e) {
            return new ServiceState(service, false, Breaker.OPEN, Optional.empty(), List.of(), 0, queue);
        }
    }

    private static Breaker breaker(RestView rest, Overview seen) {
        return rest.until() > seen.at() ? Breaker.OPEN : Breaker.HALF_OPEN;
    }
}
