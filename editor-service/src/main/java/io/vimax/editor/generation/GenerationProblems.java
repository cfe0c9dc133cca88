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
            case GenerationException.DecisionNeeded needed -> {
                var problem = Problems.of(HttpStatus.CONFLICT, "decision-needed", String.valueOf(e.getMessage()));
                problem.setProperty("generation_id", needed.undecided());
                yield problem;
            }
            case GenerationException.NotAmbiguous not -> {
                var problem = Problems.of(HttpStatus.CONFLICT, "not-ambiguous", String.valueOf(e.getMessage()));
                problem.setProperty("state", not.state().word());
                yield problem;
            }
            case GenerationException.AlreadyDecided decided -> {
                var problem = Problems.of(HttpStatus.CONFLICT, "already-decided", String.valueOf(e.getMessage()));
                problem.setProperty("decision", decided.decision().word());
                yield problem;
            }
            case GenerationException.UnitGone _ ->
                Problems.of(HttpStatus.CONFLICT, "unit-gone", String.valueOf(e.getMessage()));
            case GenerationException.AlreadyUnderWay _ ->
                Problems.of(HttpStatus.CONFLICT, "already-under-way", String.valueOf(e.getMessage()));
        };
    }
}
