package io.vimax.keypool.books;

import io.vimax.keypool.books.Entry.Grant;
import io.vimax.keypool.books.Entry.Written;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What PostgreSQL knows of leases. Nothing is answered to a worker before it stands here. Leases that this replica granted are
 * remembered until they end, so that the usual way of a lease reads nothing.
 */
@Component
public class LeaseBooks implements DisposableBean {

    private static final int MOST_ENTRIES = 256;

    /** So many open leases are remembered; beyond them the rows are read. */
    private static final int MOST_REMEMBERED = 50_000;

    private final JdbcClient jdbc;
    private final GroupCommit<Entry, Written> commits;
    private final Map<UUID, Lease> remembered = new ConcurrentHashMap<>();

    LeaseBooks(JdbcClient jdbc, LeaseRows rows) {
        this.jdbc = jdbc;
        this.commits = new GroupCommit<>("lease-books", MOST_ENTRIES, rows::write);
    }

    /** A lease as the books have it. */
    public record Lease(UUID id, UUID keyId, UUID scopeId, UUID userId, String service, String model, long fence) {}

    /** Enters grants of one call; durable when it returns. */
    public List<Written> grant(List<Grant> grants) {
        List<CompletableFuture<Written>> started =
                grants.stream().map(grant -> commits.start(grant)).toList();
        List<Written> written = started.stream().map(GroupCommit::await).toList();
        for (int at = 0; at < grants.size(); at++) {
            Grant grant = grants.get(at);
            if (written.get(at) == Written.ENTERED && remembered.size() < MOST_REMEMBERED) {
                remembered.put(
                        grant.id(),
                        new Lease(
                                grant.id(),
                                grant.keyId(),
                                grant.scopeId(),
                                grant.userId(),
                                grant.service(),
                                grant.model(),
                                grant.fence()));
            }
        }
        return written;
    }

    public Written extend(UUID id, long fence, Instant expiresAt) {
        return commits.write(new Entry.Extension(id, fence, expiresAt));
    }

    public Written close(Entry.Closing closing) {
        Written written = commits.write(closing);
        remembered.remove(closing.id());
        return written;
    }

    /** @param fence of the caller: what is remembered counts only if it is the same, else the rows decide */
    public Optional<Lease> find(UUID id, long fence) {
        Lease lease = remembered.get(id);
        return lease != null && lease.fence() == fence ? Optional.of(lease) : read(id);
    }

    private Optional<Lease> read(UUID id) {
        return jdbc.sql("select id, key_id, scope_id, user_id, service, model, fence from lease where id = :id")
                .param("id", id)
                .query(new SimplePropertyRowMapper<>(Lease.class))
                .optional();
    }

    /** Open leases whose time was over at a moment, oldest first. */
    public List<Lease> doubtful(String service, Instant at, int most) {
        return jdbc.sql("""
                        select id, key_id, scope_id, user_id, service, model, fence from lease
                        where service = :service and settled_at is null and expires_at < :at order by expires_at limit :most""")
                .param("service", service)
                .param("at", java.sql.Timestamp.from(at))
                .param("most", most)
                .query(new SimplePropertyRowMapper<>(Lease.class))
                .list();
    }

    public void forget(UUID id) {
        remembered.remove(id);
    }

    @Override
    public void destroy() {
        commits.close();
    }
}
