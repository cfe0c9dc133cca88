package io.vimax.keypool.roster;

import io.vimax.keypool.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RosterProblems {

    @ExceptionHandler
    ProblemDetail on(RosterException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case RosterException.NotFound _ -> Problems.of(HttpStatus.NOT_FOUND, "key-not-found", detail);
            case RosterException.NotSeen _ -> Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "pool-unavailable", detail);
            case RosterException.UnknownFilter _ -> Problems.of(HttpStatus.BAD_REQUEST, "unknown-filter", detail);
        };
    }
}
