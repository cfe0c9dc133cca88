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
            case KeyException.LimitsRefused refused -> {
                var problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "validation-failed", detail);
                problem.setProperty("errors", refused.faults);
                yield problem;
            }
            case KeyException.UnfitScope _ -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unfit-scope", detail);
            case KeyException.Leased _ -> Problems.of(HttpStatus.CONFLICT, "key-in-use", detail);
            case KeyException.BuiltIn _ -> Problems.of(HttpStatus.CONFLICT, "key-built-in", detail);
            case KeyException.FromEnvironment _ -> Problems.of(HttpStatus.CONFLICT, "key-from-environment", detail);
            case KeyException.OfInstallation _ -> Problems.of(HttpStatus.FORBIDDEN, "not-allowed", detail);
            case KeyException.NoSuchStep _ -> Problems.of(HttpStatus.CONFLICT, "key-step-refused", detail);
            case KeyException.AlreadyRotating _ -> Problems.of(HttpStatus.CONFLICT, "already-rotating", detail);
            case KeyException.UndoTooLate _ -> Problems.of(HttpStatus.CONFLICT, "undo-too-late", detail);
            case KeyException.Duplicate duplicate -> {
                var problem = Problems.of(HttpStatus.CONFLICT, "key-exists", detail);
                if (duplicate.existing != null) {
                    problem.setProperty("key_id", duplicate.existing);
                }
                yield problem;
            }
        };
    }
}
