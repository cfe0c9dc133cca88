package io.vimax.editor.episode;

import io.vimax.editor.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers to what episodes refuse. */
@RestControllerAdvice
@Order(0)
class EpisodeProblems {

    @ExceptionHandler
    ProblemDetail on(EpisodeException e) {
        return switch (e) {
            case EpisodeException.NotFound _ ->
                Problems.of(HttpStatus.NOT_FOUND, "episode-not-found", String.valueOf(e.getMessage()));
            case EpisodeException.PartNotFound _ ->
                Problems.of(HttpStatus.NOT_FOUND, "part-not-found", String.valueOf(e.getMessage()));
            case EpisodeException.Stale stale -> {
                var problem =
                        Problems.of(HttpStatus.PRECONDITION_FAILED, "stale-episode", String.valueOf(e.getMessage()));
                problem.setProperty("version", stale.current);
                yield problem;
            }
            case EpisodeException.TransitionRefused refused -> {
                var problem = Problems.of(HttpStatus.CONFLICT, "transition-refused", String.valueOf(e.getMessage()));
                problem.setProperty("from", refused.from);
                problem.setProperty("to", refused.to);
                problem.setProperty("reasons", refused.reasons());
                yield problem;
            }
            case EpisodeException.NotYet _ ->
                Problems.of(HttpStatus.CONFLICT, "not-yet", String.valueOf(e.getMessage()));
        };
    }
}
