package io.vimax.simulator.scenario;

/** When a scenario strikes. */
public enum Moment {
    /** In the place of an answer; by default of one that would take on work. */
    CALL,
    /** With a piece of work that was accepted; it stays with the job. */
    JOB,
    /** While a result is read. */
    DOWNLOAD
}
