package io.vimax.gateway.live;

import java.time.Duration;
import java.util.List;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.netty.Connection;

/**
 * The way to one client. Waits, on the socket's own thread, until Netty has written what was sent: that is the only queue.
 *
 * @param line the connection under the WebSocket
 * @param patience longest wait for one batch
 */
record ClientLine(WebSocketSession session, Connection line, Duration patience) implements LiveSocket.Outbound {

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    @Override
    public void send(List<String> frames) throws LiveSocket.Gone {
        if (frames.isEmpty()) {
            return;
        }
        try {
            session.send(Flux.fromIterable(frames).map(session::textMessage)).block(patience);
        } catch (RuntimeException e) {
            throw new LiveSocket.Gone(e);
        }
    }

    @Override
    public void close(CloseStatus status) {
        try {
            session.close(status).block(FAREWELL);
        } catch (RuntimeException e) {
            // A client that takes nothing takes no farewell either: cut the line.
            line.disposeNow(FAREWELL);
        }
    }
}
