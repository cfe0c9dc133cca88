package io.vimax.gateway.live;

import static io.vimax.gateway.Answers.json;
import static io.vimax.gateway.TestGateway.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.vimax.gateway.TestGateway;
import io.vimax.schemas.Topics;
import io.vimax.testing.KafkaServer;
import io.vimax.testing.RegistryServer;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import tools.jackson.databind.JsonNode;

/** Two replicas on real servers. */
class LiveTest {

    private static TestGateway one;
    private static TestGateway two;
    private static KafkaProducer<String, Object> producer;

    private final UUID episode = UUID.randomUUID();

    @BeforeAll
    static void start() {
        one = TestGateway.start();
        two = TestGateway.start();
        producer = new KafkaProducer<>(Map.of(
                "bootstrap.servers",
                KafkaServer.address(),
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                AvroKafkaSerializer.class,
                "apicurio.registry.url",
                RegistryServer.url() + "/apis/registry/v3",
                "apicurio.registry.auto-register",
                true,
                "apicurio.registry.dereference-schema",
                true,
                "apicurio.registry.use-id",
                "contentId"));
    }

    @AfterAll
    static void stop() {
        producer.close();
        one.close();
        two.close();
    }

    private static void happens(SpecificRecordBase event, String key) {
        Future<?> _ =
                producer.send(new ProducerRecord<>(Topics.of(event.getClass()).name(), key, event));
    }

    private void changes(int from, int to) {
        IntStream.range(from, to)
                .forEach(version -> happens(Events.episodeChanged(OWNER, episode, version), episode.toString()));
        producer.flush();
    }

    /** A browser's end of a socket. */
    private static final class Page implements WebSocket.Listener {

        final List<JsonNode> frames = new CopyOnWriteArrayList<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        final WebSocket socket;
        private final StringBuilder partial = new StringBuilder();

        Page(TestGateway gateway, String query) {
            this(gateway, query, TestGateway.cookie(), gateway.origin());
        }

        Page(TestGateway gateway, String query, String cookie, String origin) {
            WebSocket.Builder builder = TestGateway.client().newWebSocketBuilder();
            if (!cookie.isEmpty()) {
                builder.header("Cookie", cookie);
            }
            if (!origin.isEmpty()) {
                builder.header("Origin", origin);
            }
            socket = builder.buildAsync(URI.create("ws://" + gateway.host() + "/api/v1/ws?" + query), this)
                    .join();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(json(partial.toString()));
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }

        JsonNode await(String type) {
            Awaitility.await(type).atMost(Duration.ofSeconds(30)).until(() -> has(type));
            return frames.stream()
                    .filter(frame -> frame.path("type").asString().equals(type))
                    .findFirst()
                    .orElseThrow();
        }

        boolean has(String type) {
            return frames.stream()
                    .anyMatch(frame -> frame.path("type").asString().equals(type));
        }

        List<Integer> versions() {
            return frames.stream()
                    .filter(frame -> frame.path("type").asString().equals("episode.changed"))
                    .map(frame -> frame.path("data").path("version").asInt())
                    .toList();
        }

        String cursor() {
            return frames.stream()
                    .filter(frame -> frame.has("cursor"))
                    .reduce((_, last) -> last)
                    .orElseThrow()
                    .path("cursor")
                    .asString();
        }

        void cut() {
            socket.abort();
        }
    }

    @Test
    void carriesEventsFromKafkaToThePage() {
        var page = new Page(one, "topics=episode:" + episode + ",keys");
        JsonNode hello = page.await("hello");
        assertThat(hello.path("cursor").asString()).matches("\\d+-\\d+");

        UUID generation = UUID.randomUUID();
        happens(Events.progressed(OWNER, episode, generation, 0.5), generation.toString());
        happens(Events.keyRateLimited(OWNER), "key");
        happens(Events.stageChanged(OWNER, episode), episode.toString());
        happens(Events.episodeChanged(UUID.randomUUID(), episode, 77), episode.toString());
        happens(Events.episodeChanged(OWNER, UUID.randomUUID(), 78), "other");

        JsonNode progress = page.await("generation.progress");
        assertThat(progress.path("v").asInt()).isEqualTo(1);
        assertThat(progress.path("topic").asString()).isEqualTo("episode:" + episode);
        assertThat(progress.path("ts").asString()).isEqualTo(Events.NOON.toString());
        assertThat(progress.path("data").path("id").asString()).isEqualTo(generation.toString());
        assertThat(page.await("key.rate_limited").path("topic").asString()).isEqualTo("keys");
        assertThat(page.await("episode.stage_changed").path("data").path("to").asString())
                .isEqualTo("scene_generation");
        assertThat(page.versions()).isEmpty();
        page.cut();
    }

    @Test
    void losesAndDoublesNothingWhenThePageGoesOnElsewhere() {
        var first = new Page(one, "topics=episode:" + episode);
        first.await("hello");
        changes(0, 40);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> first.versions().size() >= 10);
        first.cut();
        List<Integer> seen = new ArrayList<>(first.versions());
        String cursor = first.cursor();
        changes(40, 80);

        var second = new Page(two, "topics=episode:" + episode + "&since=" + cursor);
        changes(80, 120);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !second.versions().isEmpty() && second.versions().getLast() == 119);
        seen.addAll(second.versions());
        assertThat(seen)
                .containsExactlyElementsOf(IntStream.range(0, 120).boxed().toList());
        assertThat(second.has("resync")).isFalse();
        second.cut();
    }

    @Test
    void appendsARepeatedEventOnce() {
        var page = new Page(two, "topics=episode:" + episode);
        page.await("hello");
        var event = Events.episodeChanged(OWNER, episode, 1);
        happens(event, episode.toString());
        happens(event, episode.toString());
        changes(2, 3);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> page.versions().contains(2));
        assertThat(page.versions()).containsExactly(1, 2);
        page.cut();
    }

    @Test
    void tellsThePageToReadAgainWhenRedisForgot() {
        var page = new Page(one, "topics=episode:" + episode);
        page.await("hello");
        changes(1, 2);
        page.await("episode.changed");
        String cursor = page.cursor();
        one.bean(RedisClient.class).flushAll();

        changes(2, 3);
        page.await("resync");
        changes(3, 4);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> page.versions().contains(3));

        var later = new Page(two, "topics=episode:" + episode + "&since=" + cursor);
        assertThat(later.await("resync").path("cursor").asString()).isNotEqualTo(cursor);
        page.cut();
        later.cut();
    }

    @Test
    void tellsThePageToReadAgainWhenItsCursorMeansNothing() {
        var page = new Page(one, "topics=library&since=nonsense");
        page.await("resync");
        page.cut();
    }

    @Test
    void answersPingsAndWatchesMore() {
        var page = new Page(one, "topics=");
        page.await("hello");

        page.socket
                .sendText("{\"action\":\"subscribe\",\"topics\":[\"episode:%s\"]}".formatted(episode), true)
                .join();
        page.socket.sendText("{\"action\":\"ping\"}", true).join();
        assertThat(page.await("pong")).isEqualTo(json("{\"type\":\"pong\"}"));
        changes(5, 6);

        page.await("episode.changed");
        page.cut();
    }

    @Test
    void closesOnAMessageThatItDoesNotUnderstand() {
        for (String message :
                new String[] {"hello", "{}", "{\"action\":\"subscribe\",\"topics\":[\"everything\"]}", "[1]"}) {
            var page = new Page(one, "topics=library");
            page.socket.sendText(message, true).join();
            assertThat(page.closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(1008);
        }
    }

    @Test
    void refusesWhoMayNotListen() {
        refused(401, "topics=library", "", one.origin());
        refused(401, "topics=library", "vimax_session=x", one.origin());
        refused(403, "topics=library", TestGateway.cookie(), "http://evil.example");
        refused(403, "topics=library", TestGateway.cookie(), "http://127.0.0.1:1");
        refused(403, "topics=library", TestGateway.cookie(), "");
        refused(400, "topics=everything", TestGateway.cookie(), one.origin());
    }

    private static void refused(int status, String query, String cookie, String origin) {
        assertThatThrownBy(() -> new Page(one, query, cookie, origin))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(status));
    }

    @Test
    void refusesThePageThatIsOneTooMany() {
        try (var gateway = TestGateway.start("gateway.live.sockets-per-person", "2")) {
            var first = new Page(gateway, "topics=library");
            var second = new Page(gateway, "topics=library");
            first.await("hello");
            second.await("hello");

            assertThatThrownBy(() -> new Page(gateway, "topics=library"))
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refusal -> assertThat(refusal.getResponse().statusCode())
                                    .isEqualTo(429));
            first.cut();
            Awaitility.await().ignoreExceptions().until(() -> {
                new Page(gateway, "topics=library").await("hello");
                return true;
            });
        }
    }

    @Test
    void sendsPagesElsewhereBeforeItStops() {
        var gateway = TestGateway.start();
        var page = new Page(gateway, "topics=library");
        page.await("hello");

        gateway.close();

        assertThat(page.closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(1001);
    }

    @Test
    void putsARecordThatCannotBeReadAsideAndGoesOn() {
        try (var raw = new KafkaProducer<String, byte[]>(Map.of(
                "bootstrap.servers", KafkaServer.address(),
                "key.serializer", StringSerializer.class,
                "value.serializer", ByteArraySerializer.class))) {
            Future<?> _ = raw.send(
                    new ProducerRecord<>(Topics.EPISODE_CHANGED.name(), episode.toString(), new byte[] {9, 9, 9}));
            raw.flush();
        }
        var page = new Page(one, "topics=episode:" + episode);
        page.await("hello");

        changes(1, 2);

        page.await("episode.changed");
        page.cut();
    }
}
