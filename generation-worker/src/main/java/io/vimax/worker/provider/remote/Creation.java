package io.vimax.worker.provider.remote;

import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.wire.Answer;
import io.vimax.worker.provider.wire.Complaint;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The answer to a call that begins a job. */
public final class Creation {

    /** The longest known are some hundred letters; what is longer than this fits into no address. */
    private static final int LONGEST_ID = 1_500;

    private Creation() {}

    /** @param idOf takes the job's id out of an answer; empty if it has none */
    public static Submission read(Answer answer, FailureTable failures, Function<JsonNode, String> idOf) {
        return switch (answer) {
            case Answer.NotSent notSent -> Finding.onCreate(notSent);
            case Answer.Lost lost -> Finding.onCreate(lost);
            case Answer.Heard heard -> heard(heard, failures, idOf);
        };
    }

    private static Submission heard(Answer.Heard heard, FailureTable failures, Function<JsonNode, String> idOf) {
        Optional<String> id = heard.isOk()
                ? heard.json().filter(body -> !Complaint.isIn(body)).map(idOf).filter(found -> !found.isEmpty())
                : Optional.empty();
        if (id.isEmpty()) {
            return failures.read(Complaint.of(heard)).onCreate();
        }
        return id.get().length() <= LONGEST_ID
                ? new Submission.Taken(id.get())
                : new Submission.Unknown("The provider took it and named it by "
                        + id.get().length() + " letters, too many to ask for it");
    }
}
