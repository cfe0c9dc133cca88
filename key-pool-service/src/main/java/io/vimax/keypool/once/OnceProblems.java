package io.vimax.keypool.once;

import io.vimax.keypool.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class OnceProblems {

    @ExceptionHandler
    ProblemDetail on(OnceException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case OnceException.Unusable _ -> Problems.of(HttpStatus.BAD_REQUEST, "idempotency-key-unusable", detail);
            case OnceException.Reused _ -> Problems.of(HttpStatus.CONFLICT, "idempotency-key-reused", detail);
        };
    }
}
