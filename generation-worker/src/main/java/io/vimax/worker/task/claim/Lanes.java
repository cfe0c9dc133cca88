package io.vimax.worker.task.claim;

import io.vimax.worker.task.TaskProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What this replica may claim at the moment. A lane is one model of one provider: each is bounded and held back for itself, so
 * that one blocked model never holds back another. While a lane asks for a lease it takes nothing more, so that a queue of many
 * tasks and few slots costs one refusal and not many.
 */
@Component
public class Lanes {

    private final int mostPerLane;
    private final Clock clock;
    private final Map<String, Integer> inHand = new HashMap<>();
    private final Set<String> asking = new HashSet<>();
    private final Map<String, Instant> closedUntil = new HashMap<>();
    private Instant allClosedUntil = Instant.EPOCH;
    private Runnable whenOpened = () -> {};

    Lanes(TaskProperties properties, Clock clock) {
        this.mostPerLane = properties.mostPerLane();
        this.clock = clock;
    }

    /** Sets who is told that more may be claimed. */
    public synchronized void whenOpened(Runnable listener) {
        whenOpened = listener;
    }

    public synchronized void enter(String lane) {
        inHand.merge(lane, 1, Integer::sum);
        asking.add(lane);
    }

    /** The lane's lease is there; the next of its tasks may ask. */
    public synchronized void answered(String lane) {
        asking.remove(lane);
        whenOpened.run();
    }

    public synchronized void leave(String lane) {
        asking.remove(lane);
        inHand.computeIfPresent(lane, (_, tasks) -> tasks == 1 ? null : tasks - 1);
    }

    public synchronized void close(String lane, Duration wait) {
        closedUntil.put(lane, clock.instant().plus(wait));
    }

    public synchronized void closeAll(Duration wait) {
        allClosedUntil = clock.instant().plus(wait);
    }

    /** A slot became free, so asking again is worth while. */
    public synchronized void open(String provider) {
        closedUntil.keySet().removeIf(lane -> lane.startsWith(provider + "/"));
    }

    public synchronized boolean allClosed() {
        return clock.instant().isBefore(allClosedUntil);
    }

    public synchronized List<String> closed() {
        Instant now = clock.instant();
        closedUntil.values().removeIf(until -> !now.isBefore(until));
        Stream<String> full = inHand.entrySet().stream()
                .filter(lane -> lane.getValue() >= mostPerLane)
                .map(Map.Entry::getKey);
        return Stream.of(full, asking.stream(), closedUntil.keySet().stream())
                .flatMap(lanes -> lanes)
                .distinct()
                .toList();
    }
}
