package io.vimax.worker.upload;

import io.vimax.worker.asset.AssetException;
import io.vimax.worker.media.MediaProblem;
import io.vimax.worker.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The answers to refused files. */
@RestControllerAdvice(basePackageClasses = UploadProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadProblems {

    @ExceptionHandler
    ProblemDetail on(UploadException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case UploadException.TooLarge _, UploadException.TooManyPixels _ ->
                Problems.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", detail);
            case UploadException.NoPicture _ -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-picture", detail);
        };
    }

    @ExceptionHandler
    ProblemDetail on(AssetException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case AssetException.WrongContent _ -> unreadable();
            case AssetException.DiskFull _ -> Problems.of(HttpStatus.INSUFFICIENT_STORAGE, "disk-full", detail);
            case AssetException.NotFound _, AssetException.FileLost _, AssetException.StoreUnreachable _ ->
                Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "asset-store-unavailable", detail);
        };
    }

    @ExceptionHandler
    ProblemDetail on(MediaProblem.Unreadable e) {
        return unreadable();
    }

    private static ProblemDetail unreadable() {
        return Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT, "no-picture", "The picture is damaged and cannot be read.");
    }
}
