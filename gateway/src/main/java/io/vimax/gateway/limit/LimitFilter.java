package io.vimax.gateway.limit;

import io.vimax.gateway.problem.Problem;
import io.vimax.gateway.signin.Person;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a person who calls too often. What needs no person (the Studio's files, health) is not counted. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class LimitFilter implements WebFilter {

    private final CallerLimit limit;

    LimitFilter(CallerLimit limit) {
        this.limit = limit;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!Person.isKnown(exchange)) {
            return chain.filter(exchange);
        }
        return limit.take(Person.of(exchange).id())
                .flatMap(wait -> wait.isZero()
                        ? chain.filter(exchange)
                        : Mono.error(Problem.of(
                                        HttpStatus.TOO_MANY_REQUESTS,
                                        "too-many-requests",
                                        "Too many requests",
                                        "Slow down; the next request can be made in %d ms.".formatted(wait.toMillis()))
                                .with("retry_after_ms", wait.toMillis())
                                .retryAfter(wait)));
    }
}
