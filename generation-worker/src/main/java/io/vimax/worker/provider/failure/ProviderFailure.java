package io.vimax.worker.provider.failure;

/** Why a provider did not do the work. The kinds differ in what the worker does next; {@link FailurePolicy} is the only one to decide it. */
public sealed interface ProviderFailure {

    /** One sentence for people. */
    String detail();

    /** Too many requests. */
    record RateLimited(RetryHints hints, String detail) implements ProviderFailure {}

    /** Too many jobs at once. */
    record ConcurrencyLimited(RetryHints hints, String detail) implements ProviderFailure {}

    /** The model is overloaded for everybody; the key is not to blame. */
    record Saturated(String detail) implements ProviderFailure {}

    /** The key is revoked or was never right. */
    record KeyInvalid(String detail) implements ProviderFailure {}

    /** The account has no money left. */
    record OutOfCredit(String detail) implements ProviderFailure {}

    /** The content was refused; no key and no repetition helps. */
    record ContentRejected(String detail) implements ProviderFailure {}

    /** The request itself is wrong. */
    record BadRequest(String detail) implements ProviderFailure {}

    /** No answer, or a broken one, and it is certain that nothing was taken. */
    record Unavailable(String detail) implements ProviderFailure {}

    /** The job was taken and broke. */
    record JobBroke(String detail) implements ProviderFailure {}

    /** An asset that the work builds on is missing or cannot be read. */
    record InputUnusable(String detail) implements ProviderFailure {}

    /** Nothing more can be written on this machine. */
    record DiskFull(String detail) implements ProviderFailure {}

    /** This machine lacks a tool that the work needs. */
    record ToolMissing(String detail) implements ProviderFailure {}

    /** The job did not end in the time that its kind is given. */
    record DeadlinePassed(String detail) implements ProviderFailure {}
}
