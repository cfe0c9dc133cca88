package io.vimax.keypool.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Gives the framework's own refusals, and faults that nobody expected, the form of {@link Problems}. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class FrameworkProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(FrameworkProblems.class);

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ProblemDetail onStoreAway(Exception e) {
        log.warn("The database is away: {}", e.getMessage());
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "store-unavailable",
                "The database is away for the moment; try again shortly.");
    }

    @ExceptionHandler
    ProblemDetail onRefusal(DocumentRefusal e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case DocumentRefusal.Missing _ ->
                Problems.of(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", detail);
            case DocumentRefusal.Stale _ -> Problems.of(HttpStatus.PRECONDITION_FAILED, "stale-document", detail);
        };
    }

    /** Two changes of one document at the same moment, of which this one came second. */
    @ExceptionHandler
    ProblemDetail onStaleWrite(OptimisticLockingFailureException e) {
        return Problems.of(
                HttpStatus.PRECONDITION_FAILED, "stale-document", "It was changed elsewhere meanwhile; read it again.");
    }

    @ExceptionHandler
    ProblemDetail onFault(Exception e) {
        log.error("A call failed", e);
        return Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong on our side; the trace id helps to find it.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = e.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldProblem(
                        snakeCase(error.getField()),
                        String.valueOf(error.getCode()),
                        String.valueOf(error.getDefaultMessage())))
                .toList();
        var problem = Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT, "validation-failed", "Some fields are not as they must be.");
        problem.setProperty("errors", errors);
        return handleExceptionInternal(e, problem, headers, HttpStatus.UNPROCESSABLE_CONTENT, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = e.getCause() instanceof UnrecognizedPropertyException unknown
                ? Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "unknown-field",
                        "There is no field named " + unknown.getPropertyName() + ".")
                : Problems.of(
                        HttpStatus.BAD_REQUEST, "unreadable-body", "The body is not the JSON that this call takes.");
        return handleExceptionInternal(e, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Object answer = body;
        if (!(body instanceof ProblemDetail problem) || problem.getProperties() == null) {
            HttpStatus known = HttpStatus.valueOf(status.value());
            String code = known.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            String detail = body instanceof ProblemDetail problem && problem.getDetail() != null
                    ? problem.getDetail()
                    : known.getReasonPhrase();
            answer = Problems.of(known, code, detail);
        }
        return super.handleExceptionInternal(e, answer, headers, status, request);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }
}
