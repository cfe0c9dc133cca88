package io.vimax.worker.task;

import java.util.UUID;

/** A write was refused because the task is somebody else's by now, or over. Whoever gets it stops and touches nothing. */
public final class ClaimLost extends RuntimeException {

    public ClaimLost(UUID task) {
        super("The claim on " + task + " is lost");
    }
}
