package io.vimax.keypool.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.keypool.books.Entry.Closing;
import io.vimax.keypool.books.Entry.Grant;
import io.vimax.keypool.books.Entry.Written;
import io.vimax.testing.PostgresServer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class LeaseRowsTest {

    private static final UUID SCOPE = UUID.randomUUID();
    private static final UUID KEY = UUID.randomUUID();
    private static final UUID EPOCH = UUID.randomUUID();
    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final Instant GRANTED = Instant.parse("2026-11-25T12:00:00Z");

    private SingleConnectionDataSource database;
    private JdbcTemplate jdbc;
    private TransactionTemplate transaction;
    private LeaseRows rows;
    private long fence;

    @BeforeEach
    void booksWithOneKey() {
        database = new SingleConnectionDataSource(PostgresServer.freshUrl(), "postgres", "postgres", true);
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        rows = new LeaseRows(jdbc);
        jdbc.update(
                "insert into quota_scope (id, service, name, created_at) values (?, 'openai', 'one', now())", SCOPE);
        jdbc.update("""
                insert into api_keys (id, service_type, scope_id, label, prefix, last_four, fingerprint, status, status_reason,
                    status_since, weight, created_at, updated_at, version)
                values (?, 'openai', ?, 'one', 'sk-', '1234', 'f', 'ACTIVE', '', now(), 100, now(), now(), 0)""", KEY, SCOPE);
        jdbc.update(
                "insert into pool (service, epoch) values ('openai', ?) on conflict (service) do update set epoch = excluded.epoch",
                EPOCH);
    }

    @AfterEach
    void close() {
        database.destroy();
    }

    /** Else each batch costs more than the one before, until the next vacuum. */
    @Test
    void findsLeasesByTheirIdsHoweverManyWereClosedBefore() {
        for (int batch = 0; batch < 100; batch++) {
            List<Grant> grants = IntStream.range(0, 8).mapToObj(_ -> grant()).toList();
            assertThat(write(grants)).containsOnly(Written.ENTERED);
            List<Closing> closings = grants.stream().map(this::closing).toList();
            assertThat(write(closings)).containsOnly(Written.ENTERED);
            assertThat(write(closings)).containsOnly(Written.KNOWN);
        }

        jdbc.execute("select pg_stat_force_next_flush()");
        assertThat(jdbc.queryForObject("""
                        select (select seq_tup_read from pg_stat_user_tables where relname = 'lease')
                            || ' by reading all, ' || sum(idx_tup_read) || ' by an index of something else'
                        from pg_stat_user_indexes where relname = 'lease' and indexrelname <> 'lease_pkey'""", String.class))
                .isEqualTo("0 by reading all, 0 by an index of something else");
    }

    private List<Written> write(List<? extends Entry> entries) {
        return transaction.execute(_ -> rows.write(List.copyOf(entries)));
    }

    private Grant grant() {
        return new Grant(
                UUID.randomUUID(),
                KEY,
                SCOPE,
                "openai",
                "gpt",
                UUID.randomUUID(),
                SOMEBODY,
                "worker",
                ++fence,
                GRANTED,
                GRANTED.plusSeconds(60),
                0,
                EPOCH);
    }

    private Closing closing(Grant grant) {
        return new Closing(grant.id(), grant.fence(), "success", true, 7, 0, 12, GRANTED.plusSeconds(1), () -> {});
    }
}
