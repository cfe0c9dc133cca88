package io.vimax.bench.drill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares the books of the service with what the workers wrote down. */
final class BooksCheck {

    private final Connection books;

    BooksCheck(Connection books) {
        this.books = books;
    }

    private record Row(long fence, String outcome, long cost) {}

    /**
     * Settlements that were answered and are not in the books as they were told, and leases in the books with an end that nobody
     * told.
     */
    long wrongEnds(List<Ledger.Entry> entries) throws SQLException {
        Map<UUID, Row> rows = new HashMap<>();
        try (Statement statement = books.createStatement();
                ResultSet found = statement.executeQuery(
                        "select id, fence, coalesce(outcome, ''), cost_micros from lease where settled_at is not null")) {
            while (found.next()) {
                rows.put(
                        found.getObject(1, UUID.class),
                        new Row(found.getLong(2), found.getString(3), found.getLong(4)));
            }
        }
        long wrong = 0;
        Map<UUID, Ledger.Entry> told = new HashMap<>();
        for (Ledger.Entry entry : entries) {
            if (entry.kind() == Ledger.Kind.ENDED || entry.kind() == Ledger.Kind.UNANSWERED) {
                told.put(entry.lease(), entry);
                if (entry.accepted()
                        && !new Row(entry.fence(), String.valueOf(entry.outcome()), entry.cost())
                                .equals(rows.get(entry.lease()))) {
                    wrong++;
                }
            }
        }
        for (var row : rows.entrySet()) {
            boolean byItself = row.getValue().outcome().equals("expired");
            if (!byItself && !told.containsKey(row.getKey())) {
                wrong++;
            }
        }
        return wrong;
    }

    /** How far the counts of usage are from what the rows of leases add up to. */
    long miscounted() throws SQLException {
        return number("""
                select coalesce(abs(l.requests - u.requests), 0) + coalesce(abs(l.cost - u.cost), 0) + coalesce(abs(l.good - u.good), 0)
                from (select count(*) as requests, coalesce(sum(cost_micros), 0) as cost,
                          count(*) filter (where outcome = 'success') as good
                      from lease where settled_at is not null and outcome <> 'not_sent') l,
                     (select coalesce(sum(request_count), 0) as requests, coalesce(sum(cost_micros), 0) as cost,
                          coalesce(sum(success_count), 0) as good from api_key_usage) u""");
    }

    /** Rows by the exact moments of grants: those that are one too many in any 60 seconds, or in a minute of the clock. */
    long overTheMinute() throws SQLException {
        long over = 0;
        for (Landscape land : Landscape.ALL) {
            if (land.perMinute() > 0 && !land.calendar()) {
                over += number("""
                        select count(*) from (
                            select granted_at, lag(granted_at, %d) over (partition by scope_id, model order by granted_at) as first
                            from lease where service = '%s') g
                        where granted_at - first < interval '60 seconds'""".formatted(land.perMinute(), land.service()));
            } else if (land.perMinute() > 0) {
                over += number("""
                        select coalesce(sum(n - %d), 0) from (
                            select count(*) as n from lease where service = '%s'
                            group by scope_id, model, date_trunc('minute', granted_at, 'UTC')) m where n > %d""".formatted(land.perMinute(), land.service(), land.perMinute()));
            }
        }
        return over;
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = books.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
