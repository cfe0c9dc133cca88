package io.vimax.worker.task.run;

import org.jspecify.annotations.Nullable;

/** Ends the work on one task from outside: the first reason counts, and none once the work is over. */
final class Stop {

    /** Why work is stopped; decides what becomes of the claim and the lease. */
    enum Reason {
        /** A person cancelled; the row says so already. */
        CANCELLED,
        /** Another worker has the task. */
        CLAIM_LOST,
        /** This worker goes down in order. */
        SHUTDOWN,
        /** The attempt has run too long. */
        DEADLINE,
        /** As if the process had died: nothing is released. For tests. */
        ABANDONED
    }

    private @Nullable Thread worker;
    private @Nullable Reason reason;
    private boolean over;

    /** Called by the thread that does the work, before it does. */
    synchronized void bind(Thread thread) {
        worker = thread;
        if (reason != null) {
            thread.interrupt();
        }
    }

    synchronized void now(Reason why) {
        if (over || reason != null) {
            return;
        }
        reason = why;
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** The end is committed; from now on nothing is interrupted. Called by the thread that does the work. */
    synchronized void seal() {
        over = true;
        reason = null;
        Thread.interrupted();
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized @Nullable Reason reason() {
        return reason;
    }
}
