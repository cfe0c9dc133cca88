package io.vimax.gateway.live;

import static io.vimax.gateway.live.Events.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.gateway.live.LiveStreams.Entry;
import io.vimax.gateway.live.LiveStreams.Reading;
import io.vimax.schemas.generation.v1.FailureKind;
import io.vimax.testing.RedisServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;
import tools.jackson.databind.json.JsonMapper;

class LiveStreamsTest {

    private static final LiveProperties PROPERTIES = new LiveProperties(
            200,
            Duration.ofDays(1),
            Duration.ofMillis(250),
            Duration.ofSeconds(75),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            20);

    private final UUID user = UUID.randomUUID();
    private final UUID episode = UUID.randomUUID();
    private RedisClient redis;
    private LiveStreams streams;

    @BeforeEach
    void connect() {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(128);
        redis = RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(URI.create(RedisServer.url())))
                .poolConfig(pool)
                .build();
        streams = new LiveStreams(redis, new JsonMapper(), PROPERTIES);
    }

    @AfterEach
    void disconnect() {
        redis.close();
    }

    private LiveEvent change(long version) {
        return EventTranslation.of(Events.episodeChanged(user, episode, version))
                .orElseThrow();
    }

    private String end() {
        return ((Reading.At) streams.read(user, null, 1)).cursor();
    }

    private List<Entry> after(String cursor) {
        return ((Reading.Events) streams.read(user, cursor, 10_000)).entries();
    }

    @Test
    void readsWhatCameAfterTheCursorInOrder() {
        streams.append(change(1));
        String cursor = end();
        streams.append(change(2));
        streams.append(change(3));

        assertThat(after(cursor))
                .extracting(Entry::data)
                .satisfiesExactly(
                        data -> assertThat(data).contains("\"version\":2"),
                        data -> assertThat(data).contains("\"version\":3"));
        Entry first = after(cursor).getFirst();
        assertThat(first.type()).isEqualTo("episode.changed");
        assertThat(first.topics()).containsExactly("episode:" + episode, "library");
        assertThat(first.occurredAt()).isEqualTo(NOON.toString());
        assertThat(after(first.id())).hasSize(1);
    }

    @Test
    void appendsAnEventOnceHoweverManyReplicasTry() throws Exception {
        String cursor = end();
        LiveEvent event = change(1);

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> append = () -> streams.append(event);
            var appended = replicas.invokeAll(
                    IntStream.range(0, 100).mapToObj(_ -> append).toList());
            assertThat(appended).filteredOn(it -> it.resultNow()).hasSize(1);
        }
        assertThat(after(cursor)).hasSize(1);
    }

    @Test
    void keepsOneStreamPerPerson() {
        String cursor = end();

        streams.append(EventTranslation.of(Events.episodeChanged(UUID.randomUUID(), episode, 1))
                .orElseThrow());

        assertThat(after(cursor)).isEmpty();
    }

    @Test
    void givesACursorThatHoldsBeforeTheFirstEvent() {
        String cursor = end();
        assertThat(end()).isEqualTo(cursor);

        streams.append(change(1));

        assertThat(after(cursor)).hasSize(1);
    }

    @Test
    void saysWhenItNoLongerReachesBack() {
        String cursor = end();
        IntStream.range(0, 1_000).forEach(version -> streams.append(change(version)));

        assertThat(streams.read(user, cursor, 10)).isEqualTo(new Reading.Lost(end()));
        assertThat(redis.xlen("vimax:live:{" + user + "}")).isBetween(200L, 400L);
        assertThat(redis.zcard("vimax:live-seen:{" + user + "}")).isEqualTo(400);
    }

    @Test
    void saysWhenItDoesNotKnowTheCursor() {
        String end = end();

        for (String unknown :
                List.of("0-0", "99999999999999-0", "x", "", "1", "-1-1", "' or 1", "9".repeat(40) + "-1")) {
            if (!unknown.isEmpty()) {
                assertThat(streams.read(user, unknown, 10)).isEqualTo(new Reading.Lost(end));
            }
        }
    }

    @Test
    void saysWhenTheStreamIsGone() {
        streams.append(change(1));
        String cursor = end();
        redis.del("vimax:live:{" + user + "}");

        Reading reading = streams.read(user, cursor, 10);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Lost.class, lost -> assertThat(lost.cursor()).isEqualTo(end()));
        redis.del("vimax:live:{" + user + "}");
        streams.append(change(2));
        assertThat(streams.read(user, cursor, 10)).isInstanceOf(Reading.Lost.class);
    }

    @Test
    void livesForADay() {
        streams.append(change(1));

        for (String key : new String[] {"vimax:live:{" + user + "}", "vimax:live-seen:{" + user + "}"}) {
            assertThat(redis.pttl(key)).isBetween(86_000_000L, 86_400_000L);
        }
    }

    @Test
    void keepsEveryFrameBelowEightKilobytes() {
        UUID generation = UUID.randomUUID();
        String cursor = end();
        List<String> details = new ArrayList<>(List.of("短".repeat(5_000), "\u0001".repeat(2_000), "fits"));
        details.forEach(detail ->
                streams.append(EventTranslation.of(Events.failed(user, episode, generation, FailureKind.FAILED, detail))
                        .orElseThrow()));

        List<Entry> entries = after(cursor);

        assertThat(entries).hasSize(3).allSatisfy(entry -> {
            String frame = Frames.event(entry, "episode:" + episode);
            assertThat(frame.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(8_192);
            assertThat(new JsonMapper().readTree(frame).path("data").path("id").asString())
                    .isEqualTo(generation.toString());
        });
        assertThat(entries.getFirst().data()).contains("\"truncated\":true");
        assertThat(entries.getLast().data()).doesNotContain("truncated");
    }
}
