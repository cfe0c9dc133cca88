package io.vimax.conversation.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Builds problem bodies (RFC 9457). Every code is listed in docs/problems.md. */
public final class Problems {

    private Problems() {}

    /**
     * A refusal.
     *
     * @param code stable word for programs, also the end of the problem's type
     * @param detail one sentence for people that says what to do
     */
    public static ProblemDetail of(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(code.replace('-', ' '));
        problem.setProperty("code", code);
        String trace = MDC.get("traceId");
        if (trace != null) {
            problem.setProperty("trace_id", trace);
        }
        return problem;
    }

    /** For filters, where no controller advice is near. */
    public static void write(
            HttpServletResponse response, JsonMapper json, HttpStatus status, String code, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), of(status, code, detail));
    }
}
