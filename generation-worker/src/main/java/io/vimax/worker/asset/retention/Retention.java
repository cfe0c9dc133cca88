package io.vimax.worker.asset.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.vimax.worker.asset.AssetUse;
import io.vimax.worker.asset.retention.RetentionProperties.Mode;
import io.vimax.worker.asset.store.Content;
import io.vimax.worker.outage.Outage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** One round after another: ask, note, mark, throw away. */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private static final int AT_ONCE = 1_000;

    /** A round is not for ever: other replicas and the next hour go on with the rest. */
    private static final int MOST_BATCHES = 50;

    private static final Duration ASKED_AGAIN_AFTER = Duration.ofHours(12);

    private final RetentionProperties properties;
    private final RetentionRows rows;
    private final AssetUse use;
    private final Removal removal;
    private final MeterRegistry metrics;
    private final Outage outage = new Outage("Somebody who must agree before assets are thrown away");

    Retention(
            RetentionProperties properties, RetentionRows rows, AssetUse use, Removal removal, MeterRegistry metrics) {
        this.properties = properties;
        this.rows = rows;
        this.use = use;
        this.removal = removal;
        this.metrics = metrics;
    }

    /** A round each hour. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT15M")
    void round() {
        if (properties.mode() == Mode.OFF) {
            return;
        }
        try {
            int batches = 0;
            while (batches < MOST_BATCHES && askAboutSome()) {
                batches++;
            }
            if (properties.mode() == Mode.ON) {
                throwAway();
            }
            outage.over();
        } catch (RuntimeException e) {
            metrics.counter("worker.assets.retention.failures").increment();
            outage.failed(e);
        }
    }

    /** False when there was nobody left to ask about. */
    private boolean askAboutSome() {
        List<UUID> old = rows.takeOld(properties.grace(), ASKED_AGAIN_AFTER, AT_ONCE);
        if (old.isEmpty()) {
            return false;
        }
        Set<UUID> unused = new HashSet<>(use.unusedOf(old));
        // After the answer: a task that began meanwhile is seen, and a later one works only with what the editor uses.
        rows.namedByTasks(unused).forEach(unused::remove);
        Set<UUID> used = new HashSet<>(old);
        used.removeAll(unused);
        rows.noteUsed(used);
        rows.noteUnused(unused);
        List<UUID> ripe = rows.unusedFor(properties.unusedFor(), unused);
        switch (properties.mode()) {
            case ON -> {
                int dropped = rows.drop(ripe);
                metrics.counter("worker.assets.dropped").increment(dropped);
            }
            case DRY_RUN -> {
                metrics.counter("worker.assets.would.drop").increment(ripe.size());
                ripe.forEach(id -> LOG.info("Asset {} would be thrown away: nothing uses it", id));
            }
            case OFF -> {}
        }
        return true;
    }

    private void throwAway() {
        for (Content content : rows.doomed(AT_ONCE)) {
            if (removal.remove(content)) {
                metrics.counter("worker.assets.removed").increment();
                metrics.counter("worker.assets.removed.bytes").increment(content.bytes());
            }
        }
    }
}
