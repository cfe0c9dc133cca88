package io.vimax.keypool.lease;

import io.vimax.keypool.pool.LivePools;
import io.vimax.keypool.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LeaseProblems {

    @ExceptionHandler
    ProblemDetail on(LeaseException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case LeaseException.NotFound _ -> Problems.of(HttpStatus.NOT_FOUND, "lease-not-found", detail);
            case LeaseException.NotAWorker _ -> Problems.of(HttpStatus.FORBIDDEN, "not-allowed", detail);
            case LeaseException.Lost _ -> Problems.of(HttpStatus.CONFLICT, "lease-lost", detail);
            case LeaseException.UnknownService _ ->
                Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-service", detail);
            case LeaseException.UnknownOutcome _ ->
                Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-outcome", detail);
        };
    }

    @ExceptionHandler
    ProblemDetail on(LivePools.Away e) {
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE, "pool-unavailable", "The key pool cannot reach Redis for the moment.");
    }
}
