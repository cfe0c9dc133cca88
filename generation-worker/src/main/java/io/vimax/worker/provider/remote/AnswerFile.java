package io.vimax.worker.provider.remote;

import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Product;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.wire.JobFolders;
import io.vimax.worker.provider.wire.StrictJson;
import io.vimax.worker.provider.wire.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A paid answer on disk. Exactly one of {@code file}, {@code link}, {@code words}, {@code broke} and {@code rejected} is set.
 *
 * @param file name in the job's folder
 */
record AnswerFile(
        Product.@Nullable Role role,
        @Nullable String file,
        @Nullable String link,
        @Nullable String words,
        @Nullable String broke,
        @Nullable String rejected) {

    private static final String NAME = "answer.json";
    private static final String CONTENT = "content";

    static void write(JobFolders folders, String jobId, Result result) throws IOException {
        AnswerFile answer = switch (result) {
            case Result.Bytes(var role, var content) -> {
                Path file = folders.write(jobId, CONTENT, content);
                Optional<String> fault = WholeFile.faultOf(file, role);
                if (fault.isPresent()) {
                    yield broke("The provider " + fault.get() + ".");
                }
                folders.share(jobId, CONTENT);
                yield new AnswerFile(role, CONTENT, null, null, null, null);
            }
            case Result.Link(var role, var link) -> new AnswerFile(role, null, link, null, null, null);
            case Result.Words(var words) -> new AnswerFile(null, null, null, words, null, null);
            case Result.Broke(var detail) -> broke(detail);
            case Result.Rejected(var detail) -> new AnswerFile(null, null, null, null, null, detail);
        };
        folders.write(jobId, NAME, StrictJson.write(answer));
        // The last, so that who finds it finds all of it.
        folders.share(jobId, NAME);
    }

    static Optional<AnswerFile> read(JobFolders folders, String jobId) throws IOException, InterruptedException {
        Optional<Path> file = folders.find(jobId, NAME);
        return file.isPresent()
                ? Optional.of(StrictJson.read(Files.readAllBytes(file.get()), AnswerFile.class))
                : Optional.empty();
    }

    static Outcome lost() {
        return new Outcome.Failed(
                new ProviderFailure.JobBroke("The provider's answer was paid for and is nowhere any more."), true);
    }

    private static AnswerFile broke(String detail) {
        return new AnswerFile(null, null, null, null, detail, null);
    }

    /** What it says, but for one behind a link, which has yet to be fetched. */
    Optional<Outcome> outcome(JobFolders folders, String jobId) throws IOException, InterruptedException {
        if (rejected != null) {
            return Optional.of(new Outcome.Failed(new ProviderFailure.ContentRejected(rejected), true));
        }
        if (broke != null) {
            return Optional.of(new Outcome.Failed(new ProviderFailure.JobBroke(broke), true));
        }
        if (words != null) {
            return Optional.of(new Outcome.Done(List.of(), words, null));
        }
        if (role == null || file == null) {
            return Optional.empty();
        }
        Optional<Path> content = folders.find(jobId, file);
        return Optional.of(
                content.isPresent() ? new Outcome.Done(List.of(new Product(role, content.get())), null, null) : lost());
    }
}
