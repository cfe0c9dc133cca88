package io.vimax.worker.task.run;

import io.vimax.worker.task.Task;

/** Hears when a worker passes a crash point. Does nothing outside of tests and drills. */
@FunctionalInterface
interface CrashPoints {

    void passed(CrashPoint point, Task task);
}
