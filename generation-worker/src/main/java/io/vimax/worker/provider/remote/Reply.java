package io.vimax.worker.provider.remote;

import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.wire.Answer;
import io.vimax.worker.provider.wire.Complaint;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What came of a call whose answer is the work. */
public sealed interface Reply {

    record Made(Result result) implements Reply {}

    /** Refused, or of unknown fate. */
    record NotMade(Submission submission) implements Reply {}

    static Reply refused(ProviderFailure failure) {
        return new NotMade(new Submission.Refused(failure));
    }

    static Reply of(Answer answer, FailureTable failures, Function<Answer.Heard, Optional<Result>> reader) {
        return switch (answer) {
            case Answer.NotSent notSent -> new NotMade(Finding.onCreate(notSent));
            case Answer.Lost lost -> new NotMade(Finding.onCreate(lost));
            case Answer.Heard heard -> heard(heard, failures, reader);
        };
    }

    /** As {@link #of}, for answers that are JSON objects; one that is none may have cost money all the same. */
    static Reply ofJson(Answer answer, FailureTable failures, Function<JsonNode, Optional<Result>> reader) {
        return of(
                answer,
                failures,
                heard -> heard.json().filter(body -> !Complaint.isIn(body)).flatMap(reader));
    }

    private static Reply heard(
            Answer.Heard heard, FailureTable failures, Function<Answer.Heard, Optional<Result>> reader) {
        Optional<Result> result = heard.isOk() ? reader.apply(heard) : Optional.empty();
        return result.<Reply>map(Made::new)
                .orElseGet(() -> new NotMade(failures.read(Complaint.of(heard)).onCreate()));
    }
}
