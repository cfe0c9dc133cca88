package io.vimax.gateway.live;

import io.vimax.gateway.live.LiveStreams.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Progress that waits for its turn on one socket. Of each generation only the newest is kept, and all that wait go out together,
 * in the order of the stream: so the cursors that a client sees only grow, and what was skipped had been overtaken.
 */
final class HeldProgress {

    private final long everyNanos;
    private final Map<String, Entry> held = new LinkedHashMap<>();
    private long lastSent;

    HeldProgress(Duration every, long now) {
        this.everyNanos = every.toNanos();
        this.lastSent = now - everyNanos;
    }

    void hold(Entry progress) {
        // Taken out first, so that the newest of a generation stands at its own place in the order.
        held.remove(progress.generationId());
        held.put(progress.generationId(), progress);
    }

    /** Forgets the progress of a generation of which something later is known. */
    void overtake(String generationId) {
        held.remove(generationId);
    }

    void clear() {
        held.clear();
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** Nanoseconds until what waits may go out; zero or less when it may. */
    long nanosUntilDue(long now) {
        return lastSent + everyNanos - now;
    }

    /** Takes all that waits, to be sent now. */
    List<Entry> take(long now) {
        List<Entry> all = new ArrayList<>(held.values());
        held.clear();
        if (!all.isEmpty()) {
            lastSent = now;
        }
        return all;
    }
}
