package io.vimax.keypool.usage;

import io.vimax.keypool.usage.UsageQuestion.By;
import io.vimax.keypool.usage.UsageRow.Group;
import io.vimax.keypool.usage.UsageRow.Sum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about usage. Cells and leases that are not folded in yet are read in one statement: of one moment. */
@Component
public class UsageBooks {

    static final int MOST_ROWS = 20_000;

    private final JdbcClient jdbc;

    UsageBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws UsageException.TooMuch if the answer would have too many rows */
    List<UsageRow> ask(UsageQuestion question) {
        Map<Key, Sum> sums = new LinkedHashMap<>();
        String whose = question.ofInstallation()
                ? "key_id in (select id from api_keys where owner_id is null)"
                : "user_id = :person";
        String groups = question.by().stream().map(by -> ", " + by.column).collect(Collectors.joining());
        var query = jdbc.sql("""
                        select %1$s as slice, outcome, step%2$s, sum(requests) as requests, sum(cost_micros) as cost,
                            sum(media_ms) as media, sum(latency_ms) as latency
                        from (
                            select cell, key_id, scope_id, service, model, outcome, step, requests, cost_micros, media_ms, latency_ms
                            from usage_cell where %3$s and cell >= :from and cell < least(cast(:to as timestamptz), :firstDay)
                            union all
                            select cell, key_id, scope_id, service, model, outcome, step, requests, cost_micros, media_ms, latency_ms
                            from usage_day where %3$s and cell >= :firstDay and cell < :lastDay
                            union all
                            select cell, key_id, scope_id, service, model, outcome, step, requests, cost_micros, media_ms, latency_ms
                            from usage_cell where %3$s and cell >= greatest(cast(:from as timestamptz), :lastDay) and cell < :to
                            union all
                            select %4$s, key_id, scope_id, service, model, coalesce(outcome, 'expired'), %5$s, 1, cost_micros, media_ms, latency_ms
                            from lease where settled_at is not null and not counted and %3$s
                              and granted_at >= :from and %4$s < :to
                        ) as uses
                        where outcome <> 'not_sent'
                          and (cast(:key as uuid) is null or key_id = :key)
                          and (cast(:scope as uuid) is null or scope_id = :scope)
                          and (cast(:service as text) is null or service = :service)
                          and (cast(:model as text) is null or model = :model)
                        group by slice, outcome, step%2$s order by slice%2$s""".formatted(question.slice(), groups, whose, Steps.CELL, Steps.STEP))
                .param("person", question.person())
                .param("from", Timestamp.from(question.from()))
                .param("to", Timestamp.from(question.to()))
                .param("firstDay", Timestamp.from(question.firstWholeDay()))
                .param("lastDay", Timestamp.from(question.endOfWholeDays()))
                .param("zone", question.zone().getId())
                .param("key", question.only().key())
                .param("scope", question.only().scope())
                .param("service", question.only().service())
                .param("model", question.only().model());
        query.query(row -> {
            var key = new Key(group(row, question), row.getTimestamp("slice").toInstant());
            if (!sums.containsKey(key) && sums.size() == MOST_ROWS) {
                throw new UsageException.TooMuch(MOST_ROWS);
            }
            sums.computeIfAbsent(key, it -> new Sum(it.group(), it.from()))
                    .add(
                            row.getString("outcome"),
                            row.getInt("step"),
                            row.getLong("requests"),
                            row.getLong("cost"),
                            row.getLong("media"),
                            row.getLong("latency"));
        });
        return sums.values().stream().map(Sum::row).toList();
    }

    /** What a person did with each model: in half hours, or in the whole range. */
    public List<ModelUse> byModel(UUID person, Instant from, Instant to, boolean inHalfHours) {
        return ask(new UsageQuestion(
                        person,
                        false,
                        from,
                        to,
                        EnumSet.of(By.SERVICE, By.MODEL),
                        inHalfHours ? UsageQuestion.Per.CELL : UsageQuestion.Per.RANGE,
                        ZoneOffset.UTC,
                        UsageQuestion.Only.ALL))
                .stream()
                .map(ModelUse::of)
                .toList();
    }

    private record Key(Group group, Instant from) {}

    private static Group group(ResultSet row, UsageQuestion question) throws SQLException {
        return new Group(
                id(row, question, By.KEY),
                id(row, question, By.SCOPE),
                text(row, question, By.SERVICE),
                text(row, question, By.MODEL));
    }

    private static @Nullable UUID id(ResultSet row, UsageQuestion question, By by) throws SQLException {
        return question.by().contains(by) ? row.getObject(by.column, UUID.class) : null;
    }

    private static @Nullable String text(ResultSet row, UsageQuestion question, By by) throws SQLException {
        return question.by().contains(by) ? row.getString(by.column) : null;
    }
}
