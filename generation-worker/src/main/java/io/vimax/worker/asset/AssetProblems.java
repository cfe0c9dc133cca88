package io.vimax.worker.asset;

import io.vimax.worker.problem.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The answers to refused reads. */
@RestControllerAdvice(basePackageClasses = AssetProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class AssetProblems {

    /**
     * The store broke off. Once a part of a file is on its way nothing can be said any more: the exception goes on to the server,
     * which breaks the connection, so that nobody takes that part for the whole.
     */
    @ExceptionHandler
    ProblemDetail on(IOException e, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw e;
        }
        response.reset();
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "asset-store-unavailable",
                "The asset store broke off in the middle of the file; try again shortly.");
    }

    @ExceptionHandler
    ProblemDetail on(AssetException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case AssetException.NotFound _ -> Problems.of(HttpStatus.NOT_FOUND, "asset-not-found", detail);
            case AssetException.FileLost _ -> Problems.of(HttpStatus.GONE, "asset-file-lost", detail);
            case AssetException.DiskFull _ -> Problems.of(HttpStatus.INSUFFICIENT_STORAGE, "disk-full", detail);
            case AssetException.WrongContent _ -> Problems.of(HttpStatus.BAD_GATEWAY, "wrong-content", detail);
            case AssetException.StoreUnreachable _ ->
                Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "asset-store-unavailable", detail);
        };
    }
}
