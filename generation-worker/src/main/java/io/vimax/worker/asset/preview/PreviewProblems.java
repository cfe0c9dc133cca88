package io.vimax.worker.asset.preview;

import io.vimax.worker.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The answers where there is nothing to show. Those about the asset itself are {@code AssetProblems}'. */
@RestControllerAdvice(basePackageClasses = PreviewProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PreviewProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(PreviewException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case PreviewException.NoSuchPreview _ ->
                ResponseEntity.of(Problems.of(HttpStatus.NOT_FOUND, "preview-not-found", detail))
                        .build();
            case PreviewException.NotYet _ ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "2")
                        .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "preview-not-ready", detail));
            case PreviewException.NoRoom _ ->
                ResponseEntity.of(Problems.of(HttpStatus.INSUFFICIENT_STORAGE, "disk-full", detail))
                        .build();
        };
    }
}
