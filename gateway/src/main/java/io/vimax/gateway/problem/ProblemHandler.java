package io.vimax.gateway.problem;

import io.vimax.gateway.trace.TraceIds;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes whatever went wrong as a problem. What the framework refuses by itself (an unknown path, a wrong method) gets a code by
 * its status; a fault is logged with its trace id and answered without its message.
 */
@Component
@Order(-2) // before Spring Boot's own handler, which knows HTML
class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final JsonMapper json;

    ProblemHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            // The answer is under way: the only honest thing left is to cut it off.
            return Mono.error(error);
        }
        String traceId = TraceIds.of(exchange).orElse(null);
        ProblemDetail problem;
        if (error instanceof ErrorResponse refusal) {
            problem = coded(refusal.getBody(), refusal.getStatusCode());
            response.getHeaders().putAll(refusal.getHeaders());
        } else {
            log.error(
                    "{} {} failed, trace {}",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath(),
                    traceId,
                    error);
            problem = Problem.of(
                            HttpStatus.INTERNAL_SERVER_ERROR,
                            "internal-error",
                            "Something went wrong",
                            "The gateway failed; its log has the cause under the trace id.")
                    .getBody();
        }
        response.setRawStatusCode(problem.getStatus());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        byte[] body = json.writeValueAsBytes(fields(problem, traceId));
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static ProblemDetail coded(ProblemDetail body, HttpStatusCode status) {
        if (body.getProperties() != null && body.getProperties().containsKey("code")) {
            return body;
        }
        String code = codeOf(status);
        ProblemDetail coded = ProblemDetail.forStatusAndDetail(status, detailOf(status, body));
        coded.setType(URI.create("/problems/" + code));
        coded.setTitle(body.getTitle());
        coded.setProperty("code", code);
        return coded;
    }

    private static String codeOf(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null
                ? "http-" + status.value()
                : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String detailOf(HttpStatusCode status, ProblemDetail body) {
        if (status.value() == HttpStatus.NOT_FOUND.value()) {
            return "Nothing answers this path.";
        }
        String detail = body.getDetail();
        return detail == null || status.is5xxServerError() ? "The request was refused." : detail;
    }

    private static Map<String, @Nullable Object> fields(ProblemDetail problem, @Nullable String traceId) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("type", String.valueOf(problem.getType()));
        fields.put("title", problem.getTitle());
        fields.put("status", problem.getStatus());
        fields.put("detail", problem.getDetail());
        if (problem.getProperties() != null) {
            fields.putAll(problem.getProperties());
        }
        fields.put("trace_id", traceId);
        return fields;
    }
}
