package io.vimax.editor.generation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long finished generations of this installation took, by kind. Kept for a few seconds: every document asks for it. */
@Component
public class GenerationHistory {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Known known = new Known(Instant.MIN, Map.of());

    GenerationHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Known(Instant at, Map<GenerationKind, Duration> means) {}

    /** Mean of the last fifty of each kind; a kind of which none has finished is missing. */
    public Map<GenerationKind, Duration> meanDurations() {
        Known last = known;
        Instant now = clock.instant();
        if (last.at().isBefore(now.minus(KEPT))) {
            last = new Known(now, read());
            known = last;
        }
        return last.means();
    }

    private Map<GenerationKind, Duration> read() {
        var means = new EnumMap<GenerationKind, Duration>(GenerationKind.class);
        jdbc.sql("""
                select kind, avg(extract(epoch from finished_at - started_at) * 1000)::bigint as mean_ms
                from (values ('chat'), ('image'), ('video'), ('speech'), ('music'), ('render')) as kinds (k)
                cross join lateral (
                    select kind, started_at, finished_at from generation
                    where kind = k and state = 'ready' and started_at is not null and finished_at > started_at
                    order by finished_at desc limit 50) last
                group by kind
                """).query(row -> {
            means.put(GenerationKind.of(row.getString("kind")), Duration.ofMillis(Math.max(1, row.getLong("mean_ms"))));
        });
        return Map.copyOf(means);
    }
}
