package io.vimax.editor.generation;

import io.vimax.editor.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers to what generations refuse. */
@RestControllerAdvice
@Order(0)
class GenerationProblems {

    @ExceptionHandler
    ProblemDetail on(GenerationException e) {
        return switch (e) {
            case GenerationException.NotFound _ ->
                Problems.of(HttpStatus.NOT_FOUND, "generation-not-found", String.valueOf(e.getMessage()));
            case GenerationException.NothingToRetry _ ->
                Problems.of(HttpStatus.CONFLICT, "nothing-to-retry", String.valueOf(e.getMessage()));
            case GenerationException.AlreadyUnderWay _ ->
                Problems.of(HttpStatus.CONFLICT, "already-under-way", String.valueOf(e.getMessage()));
        };
    }
}
