package io.vimax.gateway.live;

import io.vimax.gateway.live.LiveSocket.Signal;
import io.vimax.gateway.problem.Problem;
import io.vimax.gateway.signin.Person;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.WebsocketServerSpec;

/** Opens live connections. The sign-in filter has checked the person and the origin before. */
@Component
class LiveHandler implements WebHandler {

    /** Longest message of a client, in bytes; the longest sensible one names the topics of a page. */
    private static final int LONGEST_MESSAGE = 8_192;

    private final LiveSockets sockets;
    private final LiveStreams streams;
    private final LiveProperties properties;
    private final ClientMessages messages;
    private final Clock clock;
    private final WebSocketService handshake = new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
            () -> WebsocketServerSpec.builder().maxFramePayloadLength(LONGEST_MESSAGE)));

    LiveHandler(
            LiveSockets sockets, LiveStreams streams, LiveProperties properties, ClientMessages messages, Clock clock) {
        this.sockets = sockets;
        this.streams = streams;
        this.properties = properties;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        Person person = Person.of(exchange);
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        List<String> topics = topics(query.getFirst("topics"));
        if (!WatchedTopics.areKnown(topics)) {
            return Mono.error(Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "unknown-topic",
                    "Unknown topic",
                    "Topics are library, keys and episode:{id}, at most %d.".formatted(WatchedTopics.MOST)));
        }
        if (sockets.count(person.id()) >= properties.socketsPerPerson()) {
            return Mono.error(Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-connections",
                    "Too many live connections",
                    "Close some pages; at most %d may be live at once.".formatted(properties.socketsPerPerson())));
        }
        String since = query.getFirst("since");
        Connection line = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        return handshake.handleRequest(exchange, session -> {
            var outbound = new ClientLine(session, line, properties.patience());
            var socket = new LiveSocket(
                    person.id(),
                    topics,
                    since == null || since.isEmpty() ? null : since,
                    streams,
                    properties,
                    clock,
                    outbound);
            return serve(session, socket);
        });
    }

    private Mono<Void> serve(WebSocketSession session, LiveSocket socket) {
        if (!sockets.add(socket, properties.socketsPerPerson())) {
            return session.close(CloseStatus.POLICY_VIOLATION.withReason("too many connections"));
        }
        CompletableFuture<Void> served = new CompletableFuture<>();
        Thread.ofVirtual().name("live").start(() -> {
            try {
                socket.run();
            } finally {
                sockets.remove(socket);
                served.complete(null);
            }
        });
        Mono<Void> heard = session.receive()
                .doOnNext(message -> hear(socket, message))
                .then()
                .onErrorComplete()
                .doFinally(_ -> socket.tell(new Signal.Left()));
        return Mono.when(heard, Mono.fromFuture(served, true));
    }

    private static List<String> topics(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(",", -1))
                        .filter(topic -> !topic.isEmpty())
                        .toList();
    }

    private void hear(LiveSocket socket, WebSocketMessage message) {
        if (message.getType() == WebSocketMessage.Type.TEXT) {
            socket.tell(messages.read(message.getPayloadAsText())
                    .orElseGet(
                            () -> new Signal.Close(CloseStatus.POLICY_VIOLATION.withReason("message not understood"))));
        }
    }
}
