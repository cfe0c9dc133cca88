package io.vimax.worker.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long work of a model took so far, apart for each doubling of the length of what is made. */
@Component
public class DurationHistory {

    /** Enough for a 90th percentile, recent enough to follow a provider that became slower. */
    private static final int SAMPLES = 50;

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    DurationHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Median and 90th percentile of the whole duration, in milliseconds. */
    record Estimate(long p50Ms, long p90Ms, int samples) {}

    private record Known(Optional<Estimate> estimate, Instant at) {}

    /** Notes a finished piece of work, within the transaction that ends it. */
    public void add(Subject subject, Duration took) {
        jdbc.sql("insert into work_duration (model, length_class, duration_ms) values (:model, :length, :took)")
                .param("model", subject.model())
                .param("length", lengthClass(subject.lengthMs()))
                .param("took", took.toMillis())
                .update();
    }

    Optional<Estimate> estimate(Subject subject) {
        String key = subject.model() + "/" + lengthClass(subject.lengthMs());
        Known last = known.get(key);
        Instant now = clock.instant();
        if (last == null || last.at().plus(FRESH).isBefore(now)) {
            last = new Known(read(subject), now);
            known.put(key, last);
        }
        return last.estimate();
    }

    private Optional<Estimate> read(Subject subject) {
        return jdbc.sql("""
                select percentile_cont(0.5) within group (order by duration_ms) as p50,
                       percentile_cont(0.9) within group (order by duration_ms) as p90, count(*) as samples
                from (select duration_ms from work_duration where model = :model and length_class = :length
                      order by id desc limit :most) recent
                having count(*) > 0
                """)
                .param("model", subject.model())
                .param("length", lengthClass(subject.lengthMs()))
                .param("most", SAMPLES)
                .query((row, _) -> new Estimate(
                        Math.round(row.getDouble("p50")), Math.round(row.getDouble("p90")), row.getInt("samples")))
                .optional();
    }

    /** 0 where length does not matter, else 1 for up to a second, 2 for up to two, 3 for up to four, and so on. */
    static int lengthClass(long lengthMs) {
        if (lengthMs <= 0) {
            return 0;
        }
        int doublings = 1;
        for (long limit = 1_000; limit < lengthMs; limit *= 2) {
            doublings++;
        }
        return doublings;
    }
}
