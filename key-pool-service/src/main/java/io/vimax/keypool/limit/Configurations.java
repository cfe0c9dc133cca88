package io.vimax.keypool.limit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The configurations of all pools, kept in memory. A change is seen within a fraction of a second by looking at the versions; a
 * replica that has not seen it yet is told by Redis as soon as another one has loaded it. So no acquire reads the database.
 */
@Component
public class Configurations implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Configurations.class);

    private static final long LOOK_EVERY_MS = 200;

    private final LimitRows rows;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** A thread of its own, so that no other regular work delays the pausing of a key. */
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pool-changes").factory());

    Configurations(LimitRows rows) {
        this.rows = rows;
        var _ = looker.scheduleWithFixedDelay(this::refresh, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        looker.shutdownNow();
    }

    /** A configuration with what is looked up often. */
    public record Known(
            PoolConfiguration configuration,
            Set<UUID> owners,
            Map<UUID, PoolConfiguration.Key> keys,
            Map<UUID, PoolConfiguration.Scope> scopes) {

        static Known of(PoolConfiguration configuration) {
            return new Known(
                    configuration,
                    configuration.owners(),
                    configuration.keys().stream()
                            .collect(Collectors.toUnmodifiableMap(PoolConfiguration.Key::id, Function.identity())),
                    configuration.scopes().stream()
                            .collect(Collectors.toUnmodifiableMap(PoolConfiguration.Scope::id, Function.identity())));
        }

        public long version() {
            return configuration.version();
        }

        /** The version of a key's row, which changes with its secret and address. */
        public Optional<Long> versionOf(UUID key) {
            return Optional.ofNullable(keys.get(key)).map(PoolConfiguration.Key::version);
        }
    }

    /** What this replica knows; reads the rows only the first time. */
    public Known current(String service) {
        Known current = known.get(service);
        return current == null ? newest(service) : current;
    }

    /** Reads the rows anew. An older reading that arrives later never replaces a newer one. */
    public Known newest(String service) {
        Known read = Known.of(rows.read(service));
        return known.merge(service, read, (one, other) -> one.version() > other.version() ? one : other);
    }

    /** Every provider that has a pool. */
    public List<String> services() {
        return rows.services();
    }

    /** Reads what changed. Called often by itself; a caller that changed something may call it to see it at once. */
    public void refresh() {
        if (known.isEmpty()) {
            return;
        }
        try {
            rows.versions().forEach((service, version) -> {
                Known current = known.get(service);
                if (current != null && current.version() < version) {
                    newest(service);
                }
            });
        } catch (DataAccessException | TransactionException e) {
            log.warn("The configuration of the pools cannot be looked at: {}", e.getMessage());
        }
    }
}
