package io.vimax.worker.provider.local;

import io.vimax.worker.asset.AssetException;
import io.vimax.worker.media.MediaProblem;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.render.RenderProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an engine's exception means for the work. Errors too: a library that is missing would else be tried for ever. */
final class LocalFailures {

    private static final Logger LOG = LoggerFactory.getLogger(LocalFailures.class);

    private LocalFailures() {}

    static ProviderFailure of(Throwable cause) {
        String words = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return switch (cause) {
            case AssetException.DiskFull _ -> new ProviderFailure.DiskFull(words);
            case AssetException.StoreUnreachable _ -> new ProviderFailure.Unavailable(words);
            case AssetException _ -> new ProviderFailure.InputUnusable(words);
            case MediaProblem problem -> ofMedia(problem, words);
            case RenderProblem problem -> ofRender(problem, words);
            case UncheckedIOException unchecked -> of(Objects.requireNonNull(unchecked.getCause()));
            case IOException _
            when words.contains("No space left on device") ->
                new ProviderFailure.DiskFull("The disk is full. Make room and try again.");
            case IllegalArgumentException _ -> new ProviderFailure.BadRequest(words);
            default -> {
                LOG.error("A local engine broke", cause);
                yield new ProviderFailure.JobBroke("The local engine broke: " + words);
            }
        };
    }

    private static ProviderFailure ofMedia(MediaProblem problem, String words) {
        return switch (problem) {
            case MediaProblem.NoFfmpeg _ -> new ProviderFailure.ToolMissing(words);
            case MediaProblem.DiskFull _ -> new ProviderFailure.DiskFull(words);
            case MediaProblem.Unreadable _ -> new ProviderFailure.InputUnusable(words);
            case MediaProblem.ToolFailed failed -> {
                LOG.warn("{}\n{}", words, failed.detail());
                yield new ProviderFailure.JobBroke(words);
            }
        };
    }

    private static ProviderFailure ofRender(RenderProblem problem, String words) {
        return switch (problem) {
            case RenderProblem.PlanRefused _ -> new ProviderFailure.BadRequest(words);
            case RenderProblem.InputMissing _ -> new ProviderFailure.InputUnusable(words);
            case RenderProblem.InputBroken _ -> new ProviderFailure.InputUnusable(words);
            case RenderProblem.ClipTooShort _ -> new ProviderFailure.InputUnusable(words);
            case RenderProblem.DiskFull _ -> new ProviderFailure.DiskFull(words);
            // The one before it on a replica that died is ending; a little later the folder is free.
            case RenderProblem.FolderBusy _ -> new ProviderFailure.Unavailable(words);
            case RenderProblem.Failed _ -> {
                LOG.warn("{}", words, problem);
                yield new ProviderFailure.JobBroke(words);
            }
        };
    }
}
