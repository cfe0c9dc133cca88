package io.vimax.gateway.problem;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal with a stable code. Thrown, because a filter of a reactive chain has no other way to answer early. */
public final class Problem extends ErrorResponseException {

    private Problem(HttpStatus status, ProblemDetail body) {
        super(status, body, null);
    }

    /**
     * A refusal without headers or facts of its own.
     *
     * @param code stable word for programs, kebab-case, listed in docs/problems.md
     * @param title the same for every problem of the code
     * @param detail one sentence for people that says what to do
     */
    public static Problem of(HttpStatus status, String code, String title, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("/problems/" + code));
        body.setTitle(title);
        body.setProperty("code", code);
        return new Problem(status, body);
    }

    /** Adds a fact that a program may want to read. */
    public Problem with(String property, Object value) {
        getBody().setProperty(property, value);
        return this;
    }

    /** Adds the header that says when asking again makes sense, in whole seconds, at least one. */
    public Problem retryAfter(Duration wait) {
        long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return this;
    }

    public Problem header(String name, String value) {
        getHeaders().set(name, value);
        return this;
    }
}
