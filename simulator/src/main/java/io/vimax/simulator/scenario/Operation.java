package io.vimax.simulator.scenario;

/** What a call does. */
public enum Operation {
    /** Asks for work: a chat answer, a picture, a clip, speech. */
    CREATE,
    /** Asks for the state of one job. */
    POLL,
    /** Lists jobs or models. */
    LIST,
    /** Calls a job off. */
    CANCEL,
    /** Reads a result. */
    DOWNLOAD
}
