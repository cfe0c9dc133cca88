package io.vimax.worker.outage;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of one thing that may be away: a log line at each end of an outage, and how long to wait between tries. */
public final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final String what;
    private final AtomicInteger failures = new AtomicInteger();

    /** @param what the thing in words, as the subject of a sentence */
    public Outage(String what) {
        this.what = what;
    }

    /** Notes a failed try; returns how long to wait before the next, with jitter so that replicas do not knock together. */
    public Duration failed(Throwable cause) {
        int soFar = failures.getAndIncrement();
        if (soFar == 0) {
            LOG.warn("{} is away, trying on: {}", what, cause.toString());
        }
        long base = Math.min(FIRST_WAIT.toMillis() << Math.min(soFar, 10), LONGEST_WAIT.toMillis());
        return Duration.ofMillis(base / 2 + ThreadLocalRandom.current().nextLong(base / 2 + 1));
    }

    /** Notes that it works. */
    public void over() {
        if (failures.get() > 0) {
            int tries = failures.getAndSet(0);
            if (tries > 0) {
                LOG.info("{} is back after {} failed tries", what, tries);
            }
        }
    }

    public boolean lasts() {
        return failures.get() > 0;
    }
}
