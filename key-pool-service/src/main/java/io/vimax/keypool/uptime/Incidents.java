package io.vimax.keypool.uptime;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When something was wrong. An incident of a model is three faults or more with less than ten minutes between one and the next; of
 * a key, the time that it was invalid or out of credit.
 */
@Component
class Incidents {

    private static final Duration APART = Duration.ofMinutes(10);
    private static final int LEAST_FAULTS = 3;
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    Incidents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An incident.
     *
     * @param kind model or key
     * @param model null for a key
     * @param keyId null for a model
     * @param to null while it lasts
     * @param cause the class of errors that was most, or the state of the key
     * @param requestCount requests that went wrong
     */
    record Incident(
            String kind,
            String serviceType,
            @Nullable String model,
            @Nullable UUID keyId,
            Instant from,
            @Nullable Instant to,
            String cause,
            long requestCount) {}

    /** Newest first. */
    List<Incident> of(UUID person, Instant since) {
        List<Incident> all = new ArrayList<>(ofModels(person, since));
        all.addAll(ofKeys(person, since));
        return all.stream()
                .sorted(Comparator.comparing(Incident::from).reversed())
                .limit(MOST)
                .toList();
    }

    private List<Incident> ofModels(UUID person, Instant since) {
        Instant lately = clock.instant().minus(APART);
        return jdbc.sql("""
                        with faults as (
                            select service, model, settled_at, outcome,
                                settled_at - lag(settled_at) over (partition by service, model order by settled_at) as pause
                            from lease where user_id = :person and settled_at >= :since and outcome not in
                                ('success', 'cancelled', 'not_sent', 'content_rejected', 'bad_request')
                        ), numbered as (
                            select *, count(*) filter (where pause is null or pause > :apart * interval '1 second')
                                over (partition by service, model order by settled_at) as incident
                            from faults
                        )
                        select service, model, min(settled_at) as began, max(settled_at) as ended, count(*) as requests,
                            mode() within group (order by outcome) as cause
                        from numbered group by service, model, incident having count(*) >= :least
                        order by began desc limit :most""")
                .param("person", person)
                .param("since", Timestamp.from(since))
                .param("apart", APART.toSeconds())
                .param("least", LEAST_FAULTS)
                .param("most", MOST)
                .query((row, _) -> {
                    Instant ended = row.getTimestamp("ended").toInstant();
                    return new Incident(
                            "model",
                            row.getString("service"),
                            row.getString("model"),
                            null,
                            row.getTimestamp("began").toInstant(),
                            ended.isAfter(lately) ? null : ended,
                            row.getString("cause"),
                            row.getLong("requests"));
                })
                .list();
    }

    private List<Incident> ofKeys(UUID person, Instant since) {
        return jdbc.sql("""
                        with steps as (
                            select a.key_id, k.service_type, a.action, a.at, lead(a.at) over (partition by a.key_id order by a.id) as ended
                            from key_audit a join api_keys k on k.id = a.key_id
                            where (k.owner_id = :person or k.owner_id is null)
                              and a.action in ('active', 'paused', 'draining', 'deleted', 'invalid', 'out_of_credit')
                        )
                        select s.*, (select count(*) from lease l where l.key_id = s.key_id and l.user_id = :person
                                and l.outcome in ('key_invalid', 'out_of_credit')
                                -- what the index of faults says, in its words
                                and l.outcome not in ('success', 'cancelled', 'not_sent', 'content_rejected', 'bad_request')
                                and l.settled_at >= s.at - interval '1 minute' and l.settled_at < coalesce(s.ended, 'infinity')) as requests
                        from steps s
                        where s.action in ('invalid', 'out_of_credit') and coalesce(s.ended, 'infinity') >= :since
                        order by s.at desc limit :most""")
                .param("person", person)
                .param("since", Timestamp.from(since))
                .param("most", MOST)
                .query((row, _) -> {
                    Timestamp ended = row.getTimestamp("ended");
                    return new Incident(
                            "key",
                            row.getString("service_type"),
                            null,
                            row.getObject("key_id", UUID.class),
                            row.getTimestamp("at").toInstant(),
                            ended == null ? null : ended.toInstant(),
                            row.getString("action"),
                            row.getLong("requests"));
                })
                .list();
    }
}
