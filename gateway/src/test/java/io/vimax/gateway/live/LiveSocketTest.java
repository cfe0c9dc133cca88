package io.vimax.gateway.live;

import static io.vimax.gateway.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.gateway.live.LiveSocket.Signal;
import io.vimax.testing.FreePort;
import io.vimax.testing.RedisServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.socket.CloseStatus;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LiveSocketTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final UUID user = UUID.randomUUID();
    private final UUID episode = UUID.randomUUID();
    private final Client client = new Client();
    private RedisClient redis;

    @BeforeEach
    void connect() {
        redis = RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(URI.create(RedisServer.url())))
                .build();
    }

    @AfterEach
    void disconnect() {
        redis.close();
    }

    /** A client that takes what it gets, unless told to stop. */
    private static final class Client implements LiveSocket.Outbound {

        final List<JsonNode> frames = new CopyOnWriteArrayList<>();
        final CountDownLatch closed = new CountDownLatch(1);
        volatile @Nullable CloseStatus status;
        volatile boolean stuck;

        @Override
        public void send(List<String> sent) throws LiveSocket.Gone {
            if (stuck) {
                throw new LiveSocket.Gone(new IllegalStateException("takes nothing"));
            }
            sent.forEach(frame -> frames.add(json(frame)));
        }

        @Override
        public void close(CloseStatus how) {
            status = how;
            closed.countDown();
        }

        List<String> types() {
            return frames.stream().map(frame -> frame.path("type").asString()).toList();
        }

        CloseStatus awaitClose() {
            Awaitility.await().until(() -> closed.getCount() == 0);
            return Objects.requireNonNull(status);
        }
    }

    private LiveStreams streams(RedisClient on) {
        return new LiveStreams(on, new JsonMapper(), properties(LONG, LONG));
    }

    private static LiveProperties properties(Duration silence, Duration progressEvery) {
        return new LiveProperties(
                5_000,
                Duration.ofDays(1),
                progressEvery,
                silence,
                Duration.ofSeconds(1),
                Duration.ofMillis(200),
                Duration.ofMillis(500),
                20);
    }

    private LiveSocket open(RedisClient on, LiveProperties properties, String... topics) {
        var socket = new LiveSocket(user, List.of(topics), null, streams(on), properties, Clock.systemUTC(), client);
        Thread.ofVirtual().start(socket);
        return socket;
    }

    private void happens(LiveEvent event) {
        assertThat(streams(redis).append(event)).isTrue();
    }

    private LiveEvent progress(UUID generation, double progress) {
        return EventTranslation.of(Events.progressed(user, episode, generation, progress))
                .orElseThrow();
    }

    private LiveEvent change(long version) {
        return EventTranslation.of(Events.episodeChanged(user, episode, version))
                .orElseThrow();
    }

    private void awaitTypes(String... types) {
        Awaitility.await().untilAsserted(() -> assertThat(client.types()).containsExactly(types));
    }

    @Test
    void holdsProgressBackButNeverBehindSomethingElse() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        LiveSocket socket = open(redis, properties(LONG, LONG), "episode:" + episode);
        awaitTypes("hello");
        happens(progress(one, 0.1));
        socket.wake();
        awaitTypes("hello", "generation.progress");

        happens(progress(one, 0.2));
        happens(progress(two, 0.1));
        happens(progress(one, 0.3));
        happens(change(4));
        socket.wake();

        awaitTypes("hello", "generation.progress", "generation.progress", "generation.progress", "episode.changed");
        assertThat(client.frames.subList(1, 4))
                .extracting(frame -> frame.path("data").path("progress").asDouble())
                .containsExactly(0.1, 0.1, 0.3);
        assertThat(client.frames)
                .extracting(frame -> frame.path("cursor").asString())
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void forgetsProgressThatAResultOvertook() {
        UUID generation = UUID.randomUUID();
        LiveSocket socket = open(redis, properties(LONG, LONG), "library");
        awaitTypes("hello");
        happens(progress(generation, 0.1));
        socket.wake();
        awaitTypes("hello", "generation.progress");

        happens(progress(generation, 0.9));
        happens(EventTranslation.of(Events.completed(user, episode, generation, ""))
                .orElseThrow());
        socket.wake();

        awaitTypes("hello", "generation.progress", "generation.completed");
        assertThat(client.frames.getLast().path("topic").asString()).isEqualTo("library");
    }

    @Test
    void looksByItselfWhenAWakeUpWasMissed() {
        open(redis, properties(LONG, LONG), "library");
        awaitTypes("hello");

        happens(change(1));

        awaitTypes("hello", "episode.changed");
    }

    @Test
    void closesAClientThatTakesNothing() {
        LiveSocket socket = open(redis, properties(LONG, LONG), "library");
        awaitTypes("hello");
        client.stuck = true;

        happens(change(1));
        socket.wake();

        assertThat(client.awaitClose().getCode()).isEqualTo(1013);
    }

    @Test
    void closesAClientThatSaysTooMuchAtOnce() {
        var socket = new LiveSocket(
                user, List.of(), null, streams(redis), properties(LONG, LONG), Clock.systemUTC(), client);
        for (int i = 0; i < 1_000; i++) {
            socket.tell(new Signal.Ping());
        }
        Thread.ofVirtual().start(socket);

        assertThat(client.awaitClose().getCode()).isEqualTo(1013);
    }

    @Test
    void closesAClientThatFellSilentAndKeepsOneThatPings() {
        LiveSocket socket = open(redis, properties(Duration.ofSeconds(1), LONG), "library");
        for (int i = 0; i < 4; i++) {
            int pongs = i + 1;
            Awaitility.await()
                    .pollDelay(Duration.ofMillis(400))
                    .until(() -> !client.types().isEmpty());
            socket.tell(new Signal.Ping());
            Awaitility.await()
                    .until(() -> client.types().stream().filter("pong"::equals).count() == pongs);
        }
        assertThat(client.status).isNull();

        assertThat(client.awaitClose()).isEqualTo(CloseStatus.GOING_AWAY.withReason("silent"));
    }

    @Test
    void watchesAndLeavesTopics() {
        LiveSocket socket = open(redis, properties(LONG, LONG));
        awaitTypes("hello");
        happens(change(1));
        socket.tell(new Signal.Watch(List.of("episode:" + episode)));
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        happens(change(2));
        socket.wake();
        Awaitility.await().until(() -> client.types().contains("episode.changed"));

        socket.tell(new Signal.Unwatch(List.of("episode:" + episode)));
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        happens(change(3));
        socket.wake();

        socket.tell(new Signal.Ping());
        Awaitility.await().until(() -> client.types().contains("pong"));
        assertThat(client.frames)
                .extracting(frame -> frame.path("data").path("version").asInt())
                .doesNotContain(3);
    }

    @Test
    void sendsAClientAwayWhileThereAreNoEventsToHave() {
        RedisClient nowhere =
                RedisClient.builder().hostAndPort("127.0.0.1", FreePort.find()).build();

        open(nowhere, properties(LONG, LONG), "library");

        assertThat(client.awaitClose().getCode()).isEqualTo(1013);
        assertThat(client.frames).isEmpty();
    }
}
