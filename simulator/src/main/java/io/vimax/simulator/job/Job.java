package io.vimax.simulator.job;

import io.vimax.simulator.account.Caller;
import io.vimax.simulator.limiter.Place;
import io.vimax.simulator.media.FrameSize;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.simulator.scenario.Strike;
import io.vimax.simulator.scenario.Strikes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One accepted piece of work. Thread-safe. */
public final class Job {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final String id;
    private final Caller caller;
    private final Order order;
    private final Instant begins;
    private final Instant ends;
    private final Strikes strikes;
    private final Place place;
    private final Map<String, Integer> polls = new TreeMap<>();
    private int allPolls;
    private int pollsAfterEnd;
    private boolean cancelled;
    private boolean refunded;

    public Job(String id, Caller caller, Order order, Instant begins, Duration takes, Strikes strikes, Place place) {
        this.id = id;
        this.caller = caller;
        this.order = order;
        this.begins = begins;
        this.ends = begins.plus(strikes.has(Scenario.NEVER_ENDS) ? FOR_EVER : takes);
        this.strikes = strikes;
        this.place = place;
    }

    public String id() {
        return id;
    }

    public Caller caller() {
        return caller;
    }

    public Order order() {
        return order;
    }

    public Strikes strikes() {
        return strikes;
    }

    public Instant begins() {
        return begins;
    }

    public Instant ends() {
        return ends;
    }

    public boolean over(Instant now) {
        return !now.isBefore(ends);
    }

    /** How much is done, 0 to 1. */
    public double share(Instant now) {
        if (over(now)) {
            return 1;
        }
        double all = Math.max(1, Duration.between(begins, ends).toNanos());
        return Math.clamp(Duration.between(begins, now).toNanos() / all, 0, 1);
    }

    /** Why it will end badly; empty if it will not. */
    public Optional<String> failure() {
        return strike(Scenario.FAILED, Scenario.FAILED_IN_DETAIL, Scenario.ERROR_STATE, Scenario.CONTENT_FAILED)
                .map(strike -> strike.argumentOr(
                        strike.scenario() == Scenario.CONTENT_FAILED
                                ? "The prompt violates our policy on prominent people"
                                : "The upstream model failed to generate the video"));
    }

    /** The size of the result, which a scenario may have turned. */
    public FrameSize resultSize() {
        return strikes.has(Scenario.WRONG_RATIO) ? order.size().turned() : order.size();
    }

    /** Counts a poll and says how many there were, this one included. */
    public synchronized Polls poll(String keyName, Instant now) {
        polls.merge(keyName, 1, Integer::sum);
        allPolls++;
        if (over(now)) {
            pollsAfterEnd++;
        }
        return new Polls(allPolls, pollsAfterEnd);
    }

    /** How often a job was asked about, in all and since its end. */
    public record Polls(int all, int afterEnd) {}

    /** How often each key of the account asked, by the key's name. */
    public synchronized Map<String, Integer> polls() {
        return new TreeMap<>(polls);
    }

    /** Calls it off and frees its place; false if that was done before. */
    public synchronized boolean cancel() {
        boolean first = !cancelled;
        cancelled = true;
        place.leave();
        return first;
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /** Gives the money back; false if that was done before. */
    public synchronized boolean refund() {
        boolean first = !refunded;
        refunded = true;
        place.refund();
        return first;
    }

    private Optional<Strike> strike(Scenario... scenarios) {
        for (Scenario scenario : scenarios) {
            Optional<Strike> strike = strikes.find(scenario);
            if (strike.isPresent()) {
                return strike;
            }
        }
        return Optional.empty();
    }
}
