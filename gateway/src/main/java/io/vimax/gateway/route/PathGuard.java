package io.vimax.gateway.route;

import io.vimax.gateway.problem.Problem;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses paths that a service could read differently than we do. A route is chosen by the path as it was sent, a service may
 * decode and shorten it first: {@code /api/v1/episodes/%2e%2e/%2e%2e/%2e%2e/internal} must not become {@code /internal} there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class PathGuard implements WebFilter {

    /** An empty or dotted segment, a path parameter, a backslash, and the encoded forms of slash, backslash, percent, control characters. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("//|/\\.{1,2}(/|$)|[;\\\\]|%2f|%5c|%25|%[01]|%7f|%3b", Pattern.CASE_INSENSITIVE);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getURI().getRawPath();
        String dotted = path.toLowerCase(Locale.ROOT).replace("%2e", ".");
        if (AMBIGUOUS.matcher(dotted).find()) {
            return Mono.error(Problem.of(
                    HttpStatus.BAD_REQUEST, "bad-path", "Path not accepted", "The path can be read in two ways."));
        }
        return chain.filter(exchange);
    }
}
