package io.vimax.editor.editing;

import io.vimax.editor.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers to refused edits. */
@RestControllerAdvice
@Order(0)
class EditingProblems {

    @ExceptionHandler
    ProblemDetail on(EditingException e) {
        return switch (e) {
            case EditingException.BadScript bad -> {
                var problem = Problems.of(
                        HttpStatus.UNPROCESSABLE_CONTENT, "validation-failed", String.valueOf(e.getMessage()));
                problem.setProperty("errors", bad.faults());
                yield problem;
            }
            case EditingException.BadTimeline bad -> {
                var problem = Problems.of(
                        HttpStatus.UNPROCESSABLE_CONTENT, "timeline-refused", String.valueOf(e.getMessage()));
                problem.setProperty("reasons", bad.reasons());
                yield problem;
            }
            case EditingException.VersionMissing _ ->
                Problems.of(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", String.valueOf(e.getMessage()));
        };
    }
}
