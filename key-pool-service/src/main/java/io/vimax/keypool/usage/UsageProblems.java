package io.vimax.keypool.usage;

import io.vimax.keypool.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UsageProblems {

    @ExceptionHandler
    ProblemDetail on(UsageException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case UsageException.Unfit _ -> Problems.of(HttpStatus.BAD_REQUEST, "unknown-filter", detail);
            case UsageException.TooMuch _ -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "report-too-long", detail);
            case UsageException.NotAnOperator _ -> Problems.of(HttpStatus.FORBIDDEN, "not-allowed", detail);
        };
    }
}
