package io.vimax.gateway.live;

import io.vimax.gateway.live.LiveStreams.Entry;
import io.vimax.gateway.live.LiveStreams.Reading;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One client. A virtual thread of its own does everything in turn: what the client says, what its stream has, what has to be sent.
 * It reads the stream only as fast as the client takes the frames, so a slow client costs no memory; one that takes nothing for
 * too long is closed with 1013 (try again later) and continues from its cursor when it can.
 */
final class LiveSocket implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(LiveSocket.class);

    /** Most frames that are under way to a client. */
    private static final int BATCH = 64;

    /** Most things a client may have said that we did not get to. */
    private static final int MAILBOX = 64;

    static final CloseStatus TRY_AGAIN = CloseStatus.SERVICE_OVERLOAD;

    /** The way to the client. */
    interface Outbound {
        /** Sends frames and returns when the client's side has taken them; throws when that takes too long or it is gone. */
        void send(List<String> frames) throws Gone;

        void close(CloseStatus status);
    }

    /** The client does not take what it is sent. */
    static final class Gone extends Exception {
        Gone(Throwable cause) {
            super(cause);
        }
    }

    /** Something to react to. */
    sealed interface Signal {
        record Ping() implements Signal {}

        record Watch(List<String> topics) implements Signal {}

        record Unwatch(List<String> topics) implements Signal {}

        /** Ends the connection from our side. */
        record Close(CloseStatus status) implements Signal {}

        /** The client has left. */
        record Left() implements Signal {}

        /** Nothing but a look at the stream. */
        record Wake() implements Signal {}
    }

    private final UUID userId;
    private final LiveStreams streams;
    private final LiveProperties properties;
    private final Clock clock;
    private final Outbound outbound;
    private final WatchedTopics topics = new WatchedTopics();
    private final BlockingQueue<Signal> mailbox = new ArrayBlockingQueue<>(MAILBOX);
    private final AtomicBoolean woken = new AtomicBoolean();
    private final HeldProgress held;
    private volatile boolean overrun;
    private volatile boolean left;
    private volatile @Nullable CloseStatus ending;
    private volatile long heardAt;
    private @Nullable String cursor;
    private long readAt;
    private long redisAnsweredAt;

    /** @param since cursor of an earlier connection, or null to begin now */
    LiveSocket(
            UUID userId,
            List<String> watched,
            @Nullable String since,
            LiveStreams streams,
            LiveProperties properties,
            Clock clock,
            Outbound outbound) {
        this.userId = userId;
        this.cursor = since;
        this.streams = streams;
        this.properties = properties;
        this.clock = clock;
        this.outbound = outbound;
        topics.add(watched);
        long now = System.nanoTime();
        this.held = new HeldProgress(properties.progressEvery(), now);
        this.heardAt = now;
        this.readAt = now;
        this.redisAnsweredAt = now;
    }

    UUID userId() {
        return userId;
    }

    /** The stream has something new. Any thread. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            // A full mailbox is as good: every signal ends with a look at the stream if woken.
            boolean _ = mailbox.offer(new Signal.Wake());
        }
    }

    /** The client said something, or our side wants something. Any thread. */
    void tell(Signal signal) {
        switch (signal) {
            case Signal.Ping _, Signal.Watch _, Signal.Unwatch _ -> heardAt = System.nanoTime();
            case Signal.Close close -> ending = close.status();
            case Signal.Left _ -> left = true;
            case Signal.Wake _ -> woken.set(true);
        }
        if (!mailbox.offer(signal)) {
            overrun = true;
        }
    }

    @Override
    public void run() {
        try {
            CloseStatus status = serve();
            if (status != null) {
                outbound.close(status);
            }
        } catch (Gone e) {
            log.debug("A client of {} did not take its frames", userId, e);
            outbound.close(TRY_AGAIN.withReason("too slow"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outbound.close(CloseStatus.GOING_AWAY);
        } catch (RuntimeException e) {
            log.error("A socket of {} failed", userId, e);
            outbound.close(CloseStatus.SERVER_ERROR);
        }
    }

    /** Serves until it ends; returns how to close, or null when the client has left. */
    private @Nullable CloseStatus serve() throws Gone, InterruptedException {
        boolean greeted = greet();
        while (true) {
            Signal signal = mailbox.poll(pause(greeted), TimeUnit.NANOSECONDS);
            if (left) {
                return null;
            }
            CloseStatus end = end();
            if (end != null) {
                return end;
            }
            if (signal instanceof Signal.Ping) {
                outbound.send(List.of(Frames.PONG));
            } else if (signal instanceof Signal.Watch watch && !topics.add(watch.topics())) {
                return CloseStatus.POLICY_VIOLATION.withReason("too many topics");
            } else if (signal instanceof Signal.Unwatch unwatch) {
                topics.remove(unwatch.topics());
            }
            if (!greeted) {
                greeted = greet();
            } else if (woken.getAndSet(false)
                    || System.nanoTime() - readAt >= properties.recheck().toNanos()) {
                catchUp();
            }
            if (!held.isEmpty() && held.nanosUntilDue(System.nanoTime()) <= 0) {
                outbound.send(framesOf(held.take(System.nanoTime())));
            }
        }
    }

    private @Nullable CloseStatus end() {
        CloseStatus asked = ending;
        if (asked != null) {
            return asked;
        }
        if (overrun) {
            return TRY_AGAIN.withReason("too many messages");
        }
        if (System.nanoTime() - heardAt >= properties.silence().toNanos()) {
            return CloseStatus.GOING_AWAY.withReason("silent");
        }
        return System.nanoTime() - redisAnsweredAt >= properties.redisAway().toNanos() && redisAnsweredAt != readAt
                ? TRY_AGAIN.withReason("live events are away")
                : null;
    }

    /** Nanoseconds until something is due by itself. */
    private long pause(boolean greeted) {
        long now = System.nanoTime();
        long pause = Math.min(
                heardAt + properties.silence().toNanos() - now,
                readAt + properties.recheck().toNanos() - now);
        if (!held.isEmpty()) {
            pause = Math.min(pause, held.nanosUntilDue(now));
        }
        if (!greeted || redisAnsweredAt != readAt) {
            pause = Math.min(pause, TimeUnit.MILLISECONDS.toNanos(200));
        }
        return Math.max(pause, TimeUnit.MILLISECONDS.toNanos(1));
    }

    /** Finds the cursor's place in the stream and says hello; false while Redis is away. */
    private boolean greet() throws Gone {
        Reading reading = read(1);
        if (reading == null) {
            return false;
        }
        switch (reading) {
            case Reading.At(String end) -> {
                cursor = end;
                outbound.send(List.of(Frames.hello(end, clock.instant())));
            }
            case Reading.Lost(String end) -> {
                cursor = end;
                outbound.send(List.of(Frames.hello(end, clock.instant()), Frames.resync(end, clock.instant())));
            }
            case Reading.Events _ -> {
                outbound.send(List.of(Frames.hello(String.valueOf(cursor), clock.instant())));
                catchUp();
            }
        }
        return true;
    }

    /** Sends all that the stream has after the cursor. */
    private void catchUp() throws Gone {
        boolean more = true;
        while (more && !left && ending == null) {
            Reading reading = read(BATCH);
            more = false;
            switch (reading) {
                case null -> woken.set(true);
                case Reading.At(String end) -> cursor = end;
                case Reading.Lost(String end) -> {
                    cursor = end;
                    held.clear();
                    outbound.send(List.of(Frames.resync(end, clock.instant())));
                }
                case Reading.Events(List<Entry> entries) -> {
                    deliver(entries);
                    more = entries.size() == BATCH;
                }
            }
        }
    }

    private void deliver(List<Entry> entries) throws Gone {
        List<Entry> ready = new ArrayList<>();
        for (Entry entry : entries) {
            cursor = entry.id();
            if (topics.match(entry.topics()).isEmpty()) {
                continue;
            }
            if (entry.type().equals(LiveEvent.PROGRESS)) {
                held.hold(entry);
            } else {
                held.overtake(entry.generationId());
                ready.addAll(held.take(System.nanoTime()));
                ready.add(entry);
            }
        }
        if (!ready.isEmpty()) {
            outbound.send(framesOf(ready));
        }
    }

    /** A topic may have been left while its progress waited; such frames are dropped. */
    private List<String> framesOf(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> topics.match(entry.topics()).map(topic -> Frames.event(entry, topic)).stream())
                .toList();
    }

    /** Null while Redis is away. */
    private @Nullable Reading read(int most) {
        readAt = System.nanoTime();
        try {
            Reading reading = streams.read(userId, cursor, most);
            redisAnsweredAt = readAt;
            return reading;
        } catch (JedisException e) {
            log.debug("Redis does not answer", e);
            return null;
        }
    }
}
