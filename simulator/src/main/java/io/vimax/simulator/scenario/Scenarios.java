package io.vimax.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is armed now. Thread-safe; a scenario armed for n strikes strikes n times under any number of threads. */
public final class Scenarios {

    private static final class Waiting {
        private final Armed armed;
        private int left;

        Waiting(Armed armed) {
            this.armed = armed;
            this.left = armed.times();
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();
    private volatile boolean empty = true;

    /**
     * Adds a trigger behind those that wait.
     *
     * @throws IllegalArgumentException if its argument is not what the scenario takes
     */
    public synchronized void arm(Armed armed) {
        String argument = armed.argument();
        if (argument != null && armed.scenario().takesNumber() && !argument.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(armed.scenario().wireName() + " takes a number, not " + argument + ": "
                    + armed.scenario().description());
        }
        waiting.add(new Waiting(armed));
        empty = false;
    }

    public void arm(Scenario scenario) {
        arm(Armed.once(scenario));
    }

    /** Takes every trigger of a scenario away. */
    public synchronized void disarm(Scenario scenario) {
        waiting.removeIf(each -> each.armed.scenario() == scenario);
        empty = waiting.isEmpty();
    }

    public synchronized void disarmAll() {
        waiting.clear();
        empty = true;
    }

    /** What is armed, with the strikes that are left. */
    public synchronized List<Armed> armed() {
        return waiting.stream().map(each -> each.armed.times(each.left)).toList();
    }

    /** The first scenario that strikes here; its strikes become one less. */
    public Optional<Strike> take(Moment moment, Occasion occasion) {
        if (empty) {
            return Optional.empty();
        }
        return takeAll(moment, occasion, true).stream().findFirst();
    }

    /** Every scenario that strikes here, each kind once. */
    public List<Strike> takeAll(Moment moment, Occasion occasion) {
        return empty ? List.of() : takeAll(moment, occasion, false);
    }

    private synchronized List<Strike> takeAll(Moment moment, Occasion occasion, boolean onlyOne) {
        var strikes = new ArrayList<Strike>();
        for (var each = waiting.iterator(); each.hasNext(); ) {
            Waiting next = each.next();
            if (!next.armed.fits(moment, occasion)
                    || strikes.stream().anyMatch(strike -> strike.scenario() == next.armed.scenario())) {
                continue;
            }
            strikes.add(new Strike(next.armed.scenario(), next.armed.argument()));
            if (next.left == 1) {
                each.remove();
            } else if (next.left > 1) {
                next.left--;
            }
            if (onlyOne) {
                break;
            }
        }
        empty = waiting.isEmpty();
        return strikes;
    }
}
