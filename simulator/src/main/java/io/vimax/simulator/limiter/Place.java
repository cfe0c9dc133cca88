package io.vimax.simulator.limiter;

import java.time.Instant;

/** The place of one counted call. Every method may be called more than once. */
public interface Place {

    /** Frees what is held while in flight; what was counted stays counted. */
    void leave();

    /** Frees what is held at an instant by itself, so that nobody has to watch over a running job. */
    void leaveAt(Instant end);

    /** Gives the money back. */
    void refund();
}
