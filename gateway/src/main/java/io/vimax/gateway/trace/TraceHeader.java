package io.vimax.gateway.trace;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Tells the caller the trace id of its request, so that a message to an operator can name it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceHeader implements WebFilter {

    static final String NAME = "X-Trace-Id";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> TraceIds.of(exchange)
                        .ifPresent(id -> exchange.getResponse().getHeaders().set(NAME, id))));
        return chain.filter(exchange);
    }
}
