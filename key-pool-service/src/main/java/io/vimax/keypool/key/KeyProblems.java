package io.vimax.keypool.key;

import io.vimax.keypool.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class KeyProblems {

    @ExceptionHandler
    ProblemDetail on(KeyException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case KeyException.NotFound _ -> Problems.of(HttpStatus.NOT_FOUND, "key-not-found", detail);
            case KeyException.UnknownService _ ->
                Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-service", detail);
            case KeyException.Leased _ -> Problems.of(HttpStatus.CONFLICT, "key-in-use", detail);
            case KeyException.BuiltIn _ -> Problems.of(HttpStatus.CONFLICT, "key-built-in", detail);
            case KeyException.Duplicate duplicate -> {
                var problem = Problems.of(HttpStatus.CONFLICT, "key-exists", detail);
                problem.setProperty("key_id", duplicate.existing);
                yield problem;
            }
        };
    }
}
