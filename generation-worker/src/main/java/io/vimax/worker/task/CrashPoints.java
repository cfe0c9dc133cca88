package io.vimax.worker.task;

/** Hears when a worker passes a crash point. Does nothing outside of tests and drills. */
@FunctionalInterface
interface CrashPoints {

    void passed(CrashPoint point, Task task);
}
