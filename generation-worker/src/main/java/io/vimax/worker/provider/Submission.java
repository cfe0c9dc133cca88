package io.vimax.worker.provider;

import io.vimax.worker.provider.failure.ProviderFailure;

/** The provider's answer to a submission. */
public sealed interface Submission {

    /** The provider has it and will name it by this id. */
    record Taken(String jobId) implements Submission {}

    /** The provider does not have it. */
    record Refused(ProviderFailure failure) implements Submission {}

    /** The connection broke after the work may have been taken: nobody knows. */
    record Unknown(String detail) implements Submission {}
}
