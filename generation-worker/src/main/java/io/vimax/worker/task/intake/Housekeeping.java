package io.vimax.worker.task.intake;

import io.vimax.worker.outage.Outage;
import io.vimax.worker.task.TaskNews;
import io.vimax.worker.task.claim.Claims;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What has to be done now and then by one replica, whichever comes first. */
@Component
class Housekeeping {

    /** Beyond this a place in the queue says nothing any more. */
    private static final int MOST_PLACES = 200;

    /** Any number that nothing else locks in this database. */
    private static final long PLACES_LOCK = 7_302_115;

    private final JdbcClient jdbc;
    private final Claims claims;
    private final TaskNews news;
    private final TransactionTemplate transaction;
    private final Outage outage = new Outage("The task table, for the queue places,");
    private Map<UUID, Integer> told = Map.of();

    Housekeeping(JdbcClient jdbc, Claims claims, TaskNews news, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.news = news;
        this.transaction = transaction;
    }

    /** Tells those who wait when their place has changed. */
    @Scheduled(fixedDelay = 1_000)
    void tellPlaces() {
        try {
            transaction.executeWithoutResult(_ -> tellPlacesIfFirst());
            outage.over();
        } catch (RuntimeException e) {
            outage.failed(e);
        }
    }

    private void tellPlacesIfFirst() {
        boolean first = jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", PLACES_LOCK)
                .query(Boolean.class)
                .single();
        if (!first) {
            return;
        }
        Map<UUID, Integer> now = new HashMap<>();
        for (Claims.Waiting waiting : claims.waiting(MOST_PLACES)) {
            now.put(waiting.task().id(), waiting.place());
            if (!Integer.valueOf(waiting.place()).equals(told.get(waiting.task().id()))) {
                news.waiting(waiting.task(), waiting.place());
            }
        }
        told = now;
    }

    /** A cancellation whose request has not come within the time that Kafka keeps it will never be needed. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetOldCancellations() {
        jdbc.sql("delete from cancellation where requested_at < now() - interval '8 days'")
                .update();
    }
}
