package io.vimax.worker.provider.remote;

import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.wire.Answer;

/**
 * What a complaint means.
 *
 * @param nothingTaken whether it proves that the provider has not begun the work
 */
public record Finding(ProviderFailure failure, boolean nothingTaken) {

    /** For the call that asks for the work: what may have been taken is never sent again by itself. */
    public Submission onCreate() {
        return nothingTaken ? new Submission.Refused(failure) : new Submission.Unknown(unended(failure.detail()));
    }

    static Submission onCreate(Answer.NotSent notSent) {
        return new Submission.Refused(new ProviderFailure.Unavailable(notSent.detail() + "."));
    }

    static Submission onCreate(Answer.Lost lost) {
        return new Submission.Unknown(lost.detail());
    }

    /** The caller goes on with it. */
    private static String unended(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
