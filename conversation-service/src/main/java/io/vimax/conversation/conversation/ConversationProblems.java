package io.vimax.conversation.conversation;

import io.vimax.conversation.problem.Problems;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class ConversationProblems {

    @ExceptionHandler
    ProblemDetail on(ConversationException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case ConversationException.NotFound _ ->
                Problems.of(HttpStatus.NOT_FOUND, "conversation-not-found", detail);
            case ConversationException.Approved approved ->
                with("episode_id", approved.episodeId, Problems.of(HttpStatus.CONFLICT, "brief-approved", detail));
            case ConversationException.BriefIncomplete _ ->
                with(
                        "missing",
                        List.of("idea or script"),
                        Problems.of(HttpStatus.CONFLICT, "brief-incomplete", detail));
            case ConversationException.ScriptTooLong tooLong ->
                with(
                        "needed_seconds",
                        tooLong.neededSeconds,
                        Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "script-too-long", detail));
            case ConversationException.Full _ -> Problems.of(HttpStatus.CONFLICT, "conversation-full", detail);
            case ConversationException.Stale stale ->
                with("version", stale.version, Problems.of(HttpStatus.PRECONDITION_FAILED, "stale-brief", detail));
            case ConversationException.VersionMissing _ ->
                Problems.of(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", detail);
            case ConversationException.KeyMissing _ ->
                Problems.of(HttpStatus.BAD_REQUEST, "idempotency-key-required", detail);
            case ConversationException.KeyReused _ ->
                Problems.of(HttpStatus.CONFLICT, "idempotency-key-reused", detail);
            case ConversationException.UnknownField _ -> Problems.of(HttpStatus.BAD_REQUEST, "unknown-field", detail);
            case ConversationException.Unreadable _ -> Problems.of(HttpStatus.BAD_REQUEST, "unreadable-body", detail);
            case ConversationException.Invalid invalid ->
                with(
                        "errors",
                        invalid.faults(),
                        Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "validation-failed", detail));
        };
    }

    private static ProblemDetail with(String property, Object value, ProblemDetail problem) {
        problem.setProperty(property, value);
        return problem;
    }
}
