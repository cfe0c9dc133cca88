package io.vimax.gateway.route;

import io.netty.channel.ConnectTimeoutException;
import io.vimax.gateway.problem.Problem;
import io.vimax.gateway.signin.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Shapes every call of a part: the person's token instead of whatever the caller brought, and a problem that names the part
 * where it does not answer. Bodies stream both ways untouched.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1_000)
class CallOfPart implements GlobalFilter {

    private static final Logger log = LoggerFactory.getLogger(CallOfPart.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** What only the browser and we need to know, and what a caller could use to pretend to be a proxy. */
    private static final List<String> NOT_FOR_PARTS = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.COOKIE,
            HttpHeaders.ORIGIN,
            HttpHeaders.REFERER,
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Ssl",
            "X-Real-IP",
            "X-HTTP-Method-Override",
            "Sec-Fetch-Site",
            "Sec-Fetch-Mode",
            "Sec-Fetch-Dest",
            "Sec-Fetch-User");

    private final PersonTokens tokens;

    CallOfPart(PersonTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        String token = tokens.of(Person.of(exchange));
        ServerHttpRequest request = exchange.getRequest()
                .mutate()
                .headers(headers -> {
                    NOT_FOR_PARTS.forEach(headers::remove);
                    headers.setBearerAuth(token);
                })
                .build();
        // A part has no business with the browser's cookies.
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(
                        () -> exchange.getResponse().getHeaders().remove(HttpHeaders.SET_COOKIE)));
        return chain.filter(exchange.mutate().request(request).build())
                .onErrorMap(error -> failureOf(partOf(exchange), error));
    }

    private static String partOf(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return Objects.requireNonNull(route.getId());
    }

    private static Throwable failureOf(String part, Throwable error) {
        if (error instanceof ResponseStatusException refusal
                && refusal.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT)) {
            return Problem.of(
                            HttpStatus.GATEWAY_TIMEOUT,
                            "service-timeout",
                            "A part took too long",
                            "%s did not answer in time; it may still do what was asked.".formatted(part))
                    .with("part", part)
                    .retryAfter(RETRY_AFTER);
        }
        // Refused, reset, unknown host, closed before the answer: Netty and Java agree on IOException.
        if (error instanceof IOException || error instanceof ConnectTimeoutException) {
            log.warn("{} is away: {}", part, error.toString());
            return Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "service-unavailable",
                            "A part is away",
                            "%s does not answer; try again in a moment.".formatted(part))
                    .with("part", part)
                    .retryAfter(RETRY_AFTER);
        }
        return error;
    }
}
