package io.vimax.editor.models;

import io.vimax.editor.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers while no model can be named. */
@RestControllerAdvice
@Order(0)
class ModelsProblems {

    @ExceptionHandler
    ProblemDetail on(ModelsException e) {
        return switch (e) {
            case ModelsException.Unknown unknown -> {
                var problem =
                        Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-model", String.valueOf(e.getMessage()));
                problem.setProperty("known", unknown.known());
                yield problem;
            }
            case ModelsException.Unavailable _ ->
                Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "models-unavailable", String.valueOf(e.getMessage()));
        };
    }
}
