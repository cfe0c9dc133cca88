package io.vimax.editor.intake;

import io.vimax.editor.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers to briefs that cannot be taken. */
@RestControllerAdvice
@Order(0)
class IntakeProblems {

    @ExceptionHandler
    ProblemDetail on(IntakeException e) {
        return switch (e) {
            case IntakeException.Invalid invalid -> {
                var problem = Problems.of(
                        HttpStatus.UNPROCESSABLE_CONTENT, "validation-failed", String.valueOf(e.getMessage()));
                problem.setProperty("errors", invalid.faults());
                yield problem;
            }
            case IntakeException.ScriptTooLong tooLong -> {
                var problem = Problems.of(
                        HttpStatus.UNPROCESSABLE_CONTENT, "script-too-long", String.valueOf(e.getMessage()));
                problem.setProperty("needed_seconds", tooLong.neededSeconds);
                yield problem;
            }
            case IntakeException.KeyMissing _ ->
                Problems.of(HttpStatus.BAD_REQUEST, "idempotency-key-required", String.valueOf(e.getMessage()));
            case IntakeException.KeyReused _ ->
                Problems.of(HttpStatus.CONFLICT, "idempotency-key-reused", String.valueOf(e.getMessage()));
        };
    }
}
