package io.vimax.keypool.check;

import io.vimax.keypool.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CheckProblems {

    @ExceptionHandler
    ProblemDetail on(CheckException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case CheckException.NotFound _ -> Problems.of(HttpStatus.NOT_FOUND, "check-not-found", detail);
            case CheckException.RunUnderWay underWay -> {
                var problem = Problems.of(HttpStatus.CONFLICT, "check-under-way", detail);
                problem.setProperty("run_id", underWay.run);
                yield problem;
            }
            case CheckException.Lost _ -> Problems.of(HttpStatus.CONFLICT, "check-lost", detail);
            case CheckException.UnknownResult _ ->
                Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-check-result", detail);
            case CheckException.NotAWorker _ -> Problems.of(HttpStatus.FORBIDDEN, "not-allowed", detail);
        };
    }
}
