package io.vimax.gateway.route;

import io.vimax.gateway.problem.Problem;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses a body that is too large: by what it announces, or else as soon as it is. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class BodyLimit implements WebFilter {

    private final RouteProperties properties;

    BodyLimit(RouteProperties properties) {
        this.properties = properties;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        DataSize largest = largest(exchange.getRequest());
        long announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > largest.toBytes()) {
            return Mono.error(tooLarge(largest));
        }
        // Zero was announced, or the length is right: Netty delivers no more than what was announced.
        return announced >= 0
                ? chain.filter(exchange)
                : chain.filter(exchange.mutate()
                        .request(new Counted(exchange.getRequest(), largest))
                        .build());
    }

    private DataSize largest(ServerHttpRequest request) {
        return Routes.bringsPicture(request) ? properties.largestPicture() : properties.largestBody();
    }

    private static Problem tooLarge(DataSize largest) {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "request-too-large",
                        "Request too large",
                        "A request may have at most %d MB.".formatted(largest.toMegabytes()))
                .with("limit_bytes", largest.toBytes());
    }

    private static final class Counted extends ServerHttpRequestDecorator {

        private final AtomicLong seen = new AtomicLong();
        private final DataSize largest;

        Counted(ServerHttpRequest request, DataSize largest) {
            super(request);
            this.largest = largest;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().handle((buffer, sink) -> {
                if (seen.addAndGet(buffer.readableByteCount()) > largest.toBytes()) {
                    DataBufferUtils.release(buffer);
                    sink.error(tooLarge(largest));
                } else {
                    sink.next(buffer);
                }
            });
        }
    }
}
