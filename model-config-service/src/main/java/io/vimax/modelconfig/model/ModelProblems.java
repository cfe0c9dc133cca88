package io.vimax.modelconfig.model;

import io.vimax.modelconfig.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ModelProblems {

    @ExceptionHandler
    ProblemDetail on(ModelException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case ModelException.UnknownCategory _ ->
                Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-category", detail);
            case ModelException.Unfit unfit -> {
                var problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unfit-model", detail);
                problem.setProperty("model", unfit.model);
                yield problem;
            }
            case ModelException.Unknown unknown -> {
                var problem = Problems.of(HttpStatus.NOT_FOUND, "unknown-model", detail);
                problem.setProperty("known", unknown.known);
                yield problem;
            }
        };
    }
}
