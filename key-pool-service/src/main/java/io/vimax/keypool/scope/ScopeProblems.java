package io.vimax.keypool.scope;

import io.vimax.keypool.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ScopeProblems {

    @ExceptionHandler
    ProblemDetail on(ScopeException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case ScopeException.NotFound _ -> Problems.of(HttpStatus.NOT_FOUND, "scope-not-found", detail);
            case ScopeException.UnknownService _ ->
                Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-service", detail);
            case ScopeException.UnknownZone _ -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-zone", detail);
            case ScopeException.LimitsRefused refused -> {
                var problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "validation-failed", detail);
                problem.setProperty("errors", refused.faults);
                yield problem;
            }
            case ScopeException.NameTaken _ -> Problems.of(HttpStatus.CONFLICT, "scope-exists", detail);
            case ScopeException.InUse _, ScopeException.InBooks _ ->
                Problems.of(HttpStatus.CONFLICT, "scope-in-use", detail);
            case ScopeException.OfInstallation _ -> Problems.of(HttpStatus.FORBIDDEN, "not-allowed", detail);
            case ScopeException.BuiltIn _ -> Problems.of(HttpStatus.CONFLICT, "scope-built-in", detail);
        };
    }
}
