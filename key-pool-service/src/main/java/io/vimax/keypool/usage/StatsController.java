package io.vimax.keypool.usage;

import io.vimax.keypool.access.Person;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Validated
@RestController
class StatsController {

    private static final int MICROS_DIGITS = 6;

    private final JdbcClient jdbc;
    private final Clock clock;

    StatsController(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Money(BigDecimal amount, String currency) {
        static Money ofMicros(long micros) {
            return new Money(BigDecimal.valueOf(micros, MICROS_DIGITS).stripTrailingZeros(), "USD");
        }
    }

    /** @param meanLatencyMs mean of all requests, in milliseconds */
    record Row(
            UUID keyId,
            String model,
            long requestCount,
            long successCount,
            long errorCount,
            Money cost,
            long mediaMs,
            long meanLatencyMs) {}

    record Stats(Instant from, Instant to, long requestCount, long successCount, long errorCount, List<Row> items) {}

    /** Usage of a person's keys, and of the built-in ones by this person, over the last hours. */
    @GetMapping("/api/v1/api-keys/stats")
    Stats stats(Person person, @RequestParam(defaultValue = "24") @Min(1) @Max(8760) int hours) {
        Instant to = clock.instant();
        Instant from = to.minus(Duration.ofHours(hours));
        List<Row> rows = jdbc.sql("""
                        select l.key_id, l.model, count(*) as requests,
                               count(*) filter (where l.outcome = 'success') as successes,
                               count(*) filter (where l.outcome not in ('success', 'cancelled')) as errors,
                               sum(l.cost_micros) as cost, sum(l.media_ms) as media, avg(l.latency_ms)::bigint as latency
                        from lease l
                        where l.user_id = :user and l.settled_at is not null and l.outcome <> 'not_sent' and l.granted_at >= :from
                        group by l.key_id, l.model order by requests desc, l.model""")
                .param("user", person.id())
                .param("from", Timestamp.from(from))
                .query((row, _) -> new Row(
                        row.getObject("key_id", UUID.class),
                        row.getString("model"),
                        row.getLong("requests"),
                        row.getLong("successes"),
                        row.getLong("errors"),
                        Money.ofMicros(row.getLong("cost")),
                        row.getLong("media"),
                        row.getLong("latency")))
                .list();
        return new Stats(
                from,
                to,
                rows.stream().mapToLong(Row::requestCount).sum(),
                rows.stream().mapToLong(Row::successCount).sum(),
                rows.stream().mapToLong(Row::errorCount).sum(),
                rows);
    }
}
