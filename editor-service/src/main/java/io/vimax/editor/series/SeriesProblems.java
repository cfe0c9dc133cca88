package io.vimax.editor.series;

import io.vimax.editor.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers to what series refuse. */
@RestControllerAdvice
@Order(0)
class SeriesProblems {

    @ExceptionHandler
    ProblemDetail on(SeriesException e) {
        return switch (e) {
            case SeriesException.NotFound _ ->
                Problems.of(HttpStatus.NOT_FOUND, "series-not-found", String.valueOf(e.getMessage()));
            case SeriesException.NotEmpty _ ->
                Problems.of(HttpStatus.CONFLICT, "series-not-empty", String.valueOf(e.getMessage()));
        };
    }
}
