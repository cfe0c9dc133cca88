package io.vimax.keypool.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vimax.keypool.limit.Configurations;
import io.vimax.keypool.limit.PoolConfiguration;
import io.vimax.keypool.pool.KeyView;
import io.vimax.keypool.pool.LivePools;
import io.vimax.keypool.pool.LivePools.Away;
import io.vimax.keypool.pool.Pool;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Measures every few seconds what is lent and what is left, by provider and kind of limit: a handful of series however many keys there
 * are. Headroom is what the limits of accounts leave, summed over accounts and the models in use.
 */
@Component
class PoolGauges {

    private static final Logger log = LoggerFactory.getLogger(PoolGauges.class);

    /** Larger pools are measured by their first accounts, so that measuring stays cheap. */
    private static final int MOST_SCOPES = 200;

    private final Configurations configurations;
    private final LivePools pools;
    private final MeterRegistry metrics;
    private final Map<String, Double> values = new ConcurrentHashMap<>();

    PoolGauges(Configurations configurations, LivePools pools, MeterRegistry metrics) {
        this.configurations = configurations;
        this.pools = pools;
        this.metrics = metrics;
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void measure() {
        try {
            configurations.services().forEach(this::measure);
        } catch (Away | DataAccessException | TransactionException e) {
            log.debug("Not measured: {}", e.getMessage());
        }
    }

    void measure(String service) {
        set(
                "keypool.leases.in.flight",
                service,
                "all",
                pools.ask(service, Pool::overview).inFlight());
        Map<String, Double> headroom = new HashMap<>();
        Set<UUID> seen = new HashSet<>();
        for (PoolConfiguration.Key key :
                configurations.current(service).configuration().keys()) {
            if (seen.size() < MOST_SCOPES && seen.add(key.scopeId())) {
                pools.ask(service, pool -> pool.look(key.id(), List.of()))
                        .ifPresent(view -> view.limits().stream()
                                .filter(KeyView.LimitView::ofScope)
                                .forEach(
                                        limit -> headroom.merge(limit.kind(), (double) limit.headroom(), Double::sum)));
            }
        }
        headroom.forEach((kind, left) -> set("keypool.headroom", service, kind, left));
    }

    private void set(String name, String service, String kind, double value) {
        String id = name + "|" + service + "|" + kind;
        if (values.put(id, value) == null) {
            Gauge.builder(name, () -> values.getOrDefault(id, 0.0))
                    .tag("service", service)
                    .tag("kind", kind)
                    .register(metrics);
        }
    }
}
