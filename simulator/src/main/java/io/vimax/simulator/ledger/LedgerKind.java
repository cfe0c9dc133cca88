package io.vimax.simulator.ledger;

/** What happened. */
public enum LedgerKind {
    /** A piece of work was taken on. */
    ACCEPTED,
    /** It was paid for; exactly one for each ACCEPTED. */
    CHARGED,
    /** The price came back, because the job failed. */
    REFUNDED,
    /** A call was turned down, and nothing was taken on. */
    REFUSED,
    /** A job's state was read with a key of its account. */
    POLLED,
    /** A job's state was asked for with a key of another account. */
    FOREIGN_POLL,
    /** A job was called off. */
    CANCELLED,
    /** A result was handed out, as far as the caller read. */
    DOWNLOADED,
    /** A callback was sent. */
    WEBHOOK,
    /** An armed scenario struck. */
    SCENARIO,
    /** The caller broke the protocol: an unknown path, a missing key, a bad role, too many images. */
    VIOLATION,
    /** The simulator itself failed; no test with such an entry proves anything. */
    FAULT
}
