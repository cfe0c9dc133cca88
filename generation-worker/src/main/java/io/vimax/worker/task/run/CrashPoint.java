package io.vimax.worker.task.run;

/** Places between two steps where a worker may die; named so that tests and drills can make it die there. */
enum CrashPoint {
    CLAIMED,
    SUBMITTING_COMMITTED,
    SUBMITTED,
    RUNNING_COMMITTED,
    FOLLOWED,
    STORING_COMMITTED,
    FILES_KEPT,
    SUCCESS_COMMITTED
}
