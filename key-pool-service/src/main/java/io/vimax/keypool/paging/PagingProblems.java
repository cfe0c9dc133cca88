package io.vimax.keypool.paging;

import io.vimax.keypool.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PagingProblems {

    @ExceptionHandler
    ProblemDetail on(BadCursor e) {
        return Problems.of(HttpStatus.BAD_REQUEST, "bad-cursor", String.valueOf(e.getMessage()));
    }
}
