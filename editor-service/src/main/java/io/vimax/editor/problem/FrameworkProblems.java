package io.vimax.editor.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
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
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Gives the framework's own refusals, and faults that nobody expected, the form of {@link Problems}. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class FrameworkProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(FrameworkProblems.class);

    /** @param field path of the field in snake_case */
    record FieldProblem(String field, String code, String message) {}

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
        return handleExceptionInternal(e, invalid(errors), headers, HttpStatus.UNPROCESSABLE_CONTENT, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = switch (e.getCause()) {
            case UnrecognizedPropertyException unknown ->
                Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "unknown-field",
                        "There is no field named " + unknown.getPropertyName() + ".");
            case DatabindException wrong
            when !wrong.getPath().isEmpty() ->
                invalid(List.of(new FieldProblem(
                        path(wrong),
                        "type",
                        "The value is not of the type or one of the words that this field takes.")));
            case null, default ->
                Problems.of(
                        HttpStatus.BAD_REQUEST, "unreadable-body", "The body is not the JSON that this call takes.");
        };
        return handleExceptionInternal(e, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    private static String path(DatabindException e) {
        var path = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            String name = reference.getPropertyName();
            path.append(name == null ? "[" + reference.getIndex() + "]" : path.isEmpty() ? name : "." + name);
        }
        return path.toString();
    }

    private static ProblemDetail invalid(List<FieldProblem> errors) {
        var problem = Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT, "validation-failed", "Some fields are not as they must be.");
        problem.setProperty("errors", errors);
        return problem;
    }

    /** Query parameters and headers out of their limits. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldProblem(
                                snakeCase(String.valueOf(
                                        result.getMethodParameter().getParameterName())),
                                error.getCodes() == null || error.getCodes().length == 0
                                        ? "invalid"
                                        : error.getCodes()[error.getCodes().length - 1],
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
        return handleExceptionInternal(e, invalid(errors), headers, HttpStatus.UNPROCESSABLE_CONTENT, request);
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
