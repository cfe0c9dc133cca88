package io.vimax.gateway.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;

/**
 * The sockets of this replica, and the thread that wakes those whose stream got something new. The wake-up is only a hint, sent
 * over a Redis channel: a socket that misses it looks by itself a little later.
 */
@Component
class LiveSockets implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveSockets.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final RedisClient redis;
    private final Map<UUID, Set<LiveSocket>> sockets = new ConcurrentHashMap<>();
    private final Wakes wakes = new Wakes();
    private volatile boolean running;

    LiveSockets(RedisClient redis) {
        this.redis = redis;
    }

    /** Counts a socket in; false if its person has as many as allowed. */
    boolean add(LiveSocket socket, int most) {
        boolean[] added = {false};
        sockets.compute(socket.userId(), (_, present) -> {
            Set<LiveSocket> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            added[0] = running && all.size() < most && all.add(socket);
            return all.isEmpty() ? null : all;
        });
        return added[0];
    }

    int count(UUID userId) {
        return sockets.getOrDefault(userId, Set.of()).size();
    }

    void remove(LiveSocket socket) {
        sockets.computeIfPresent(socket.userId(), (_, all) -> {
            all.remove(socket);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("live-wakes").start(this::listen);
    }

    /** Before the web server stops: clients go to another replica at once instead of holding the shutdown up. */
    @Override
    public void stop() {
        running = false;
        sockets.values()
                .forEach(all -> all.forEach(socket ->
                        socket.tell(new LiveSocket.Signal.Close(CloseStatus.GOING_AWAY.withReason("restart")))));
        if (wakes.isSubscribed()) {
            wakes.unsubscribe();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        boolean away = false;
        while (running) {
            try {
                redis.subscribe(wakes, LiveStreams.WAKE_CHANNEL);
            } catch (RuntimeException e) {
                if (!away && running) {
                    log.warn("Redis does not answer: live events wait until it does ({})", e.toString());
                }
                away = true;
            }
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Wakes extends JedisPubSub {

        @Override
        public void onSubscribe(String channel, int subscribedChannels) {
            // Whatever was said while nobody listened.
            List.copyOf(sockets.values()).forEach(all -> all.forEach(LiveSocket::wake));
        }

        @Override
        public void onMessage(String channel, String userId) {
            sockets.getOrDefault(UUID.fromString(userId), Set.of()).forEach(LiveSocket::wake);
        }
    }
}
