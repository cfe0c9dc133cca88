package io.vimax.conversation.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vimax.schemas.Topics;
import io.vimax.schemas.conversation.v1.BriefApproved;
import io.vimax.testing.Identities;
import io.vimax.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Talks on real servers, from the first word to the event. */
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class ConversationsTest {

    private static final String BASE = "/api/v1/conversations";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MockMvcTester http;

    @Autowired
    ConsumerFactory<String, BriefApproved> consumers;

    private final UUID person = UUID.randomUUID();

    @Test
    void threeTurnsBecomeABriefThatArrivesExactlyAsCollected() {
        String id = begin();

        assertThat(reply(say(id, "Hello!"))).startsWith("What is the film about?");
        assertThat(reply(say(id, "A short vertical film about a keeper who finds a whale, titled \"Salt\"")))
                .contains("the title \"Salt\"", "the story", "vertical (9:16)", "How long shall it be, in seconds?");
        assertThat(reply(say(id, "45")))
                .contains("45 seconds", "I have all I need.", "made without stops")
                .doesNotContain("Assumed: 30");

        String brief = text(call(HttpMethod.GET, id + "/brief", null));
        assertThat(this.<String>read(brief, "$.status")).isEqualTo("ready");
        assertThat(this.<String>read(brief, "$.idea.value")).isEqualTo("a keeper who finds a whale");
        assertThat(this.<String>read(brief, "$.seconds.source")).isEqualTo("you");
        assertThat(this.<String>read(brief, "$.language.source")).isEqualTo("assumed");

        MvcTestResult approved = call(HttpMethod.POST, id + "/brief/approve", null);
        assertThat(approved).hasStatus(202);
        BriefApproved event = onlyEventOf(id);
        assertThat(event.getConversationId()).hasToString(id);
        assertThat(event.getEpisodeId()).hasToString(read(text(approved), "$.episode_id"));
        assertThat(event.getUserId()).isEqualTo(person);
        assertThat(event.getTitle()).isEqualTo("Salt");
        assertThat(event.getIdea()).contains("a keeper who finds a whale");
        assertThat(event.getScript()).isEmpty();
        assertThat(event.getSeconds()).contains(45);
        assertThat(event.getScenes()).isEmpty();
        assertThat(event.getRatio()).isEqualTo("9:16");
        assertThat(event.getLanguage()).isEqualTo("auto");
        assertThat(event.getStyle()).isEqualTo("storyboard");
        assertThat(event.getSeed()).isEmpty();
        assertThat(event.getAutopilot()).isTrue();
        assertThat((int) this.<Integer>read(text(call(HttpMethod.GET, id, null)), "$.version"))
                .isEqualTo((int) event.getVersion());
    }

    @Test
    void answersInTheLanguageOfThePerson() {
        String id = begin();

        assertThat(reply(say(id, "做一个竖屏短片，讲一只猫学会飞"))).contains("明白了：", "竖屏（9:16）", "多少秒");
        assertThat(reply(say(id, "30"))).contains("30秒", "信息齐了");
    }

    @Test
    void asksForALengthOnce() {
        String id = begin();

        assertThat(reply(say(id, "A short film about the last bus home"))).contains("How long");
        assertThat(reply(say(id, "keep it short"))).contains("I have all I need", "Assumed: 30 seconds");
    }

    @Test
    void asksWhetherAFilmMayBeAsLongAsItsScript() {
        String id = begin();
        String script = "INT. ROOM - DAY\n\nMARA\n" + "The sea remembers every name. ".repeat(40);

        assertThat(reply(say(id, "30 seconds:\n" + script))).contains("Shall the film be that long?");
        assertThat(call(HttpMethod.POST, id + "/brief/approve", null))
                .hasStatus(422)
                .bodyText()
                .contains("script-too-long", "needed_seconds");
        assertThat(reply(say(id, "yes, please"))).contains("I have all I need");
        assertThat(call(HttpMethod.POST, id + "/brief/approve", null)).hasStatus(202);

        BriefApproved event = onlyEventOf(id);
        assertThat(event.getScript()).contains(script.strip());
        assertThat(event.getIdea()).isEmpty();
        assertThat(event.getSeconds().orElseThrow()).isGreaterThan(30);
    }

    @Test
    void aSecondApprovalNamesTheSameEpisodeAlsoAtTheSameTime() throws Exception {
        String id = begin();
        say(id, "A story about two rival bakers, 20 seconds");

        List<String> episodes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> approve = () -> text(call(HttpMethod.POST, id + "/brief/approve", null));
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> approve).limit(8).toList())) {
                episodes.add(read(answer.get(), "$.episode_id"));
            }
        }

        assertThat(episodes)
                .hasSize(8)
                .containsOnly(onlyEventOf(id).getEpisodeId().toString());
        assertThat(reply(say(id, "Make it 50 seconds"))).startsWith("The brief is approved");
        assertThat(call(HttpMethod.GET, id + "/brief", null)).bodyText().contains("\"value\":20");
        assertThat(patch(id, version(id), "{\"seconds\":50}"))
                .hasStatus(409)
                .bodyText()
                .contains("brief-approved");
    }

    @Test
    void refusesToApproveWhatIsMissing() {
        String id = begin();
        say(id, "30 seconds, vertical");

        assertThat(call(HttpMethod.POST, id + "/brief/approve", null))
                .hasStatus(409)
                .bodyText()
                .contains("brief-incomplete", "idea or script");
    }

    @Test
    void aRepeatedMessageIsSaidOnce() {
        String id = begin();

        MvcTestResult first = say(id, "A story about two rival bakers", "k1");
        MvcTestResult second = say(id, "A story about two rival bakers", "k1");

        assertThat(first).hasStatus(201);
        assertThat(second).hasStatus(200);
        assertThat(this.<String>read(text(second), "$.reply.id")).isEqualTo(read(text(first), "$.reply.id"));
        assertThat(say(id, "Something else", "k1")).hasStatus(409).bodyText().contains("idempotency-key-reused");
        assertThat(say(id, "No key", "")).hasStatus(400).bodyText().contains("idempotency-key-required");
        assertThat((int) this.<Integer>read(text(call(HttpMethod.GET, id, null)), "$.message_count"))
                .isEqualTo(2);
    }

    @Test
    void aRepeatedBeginningBeginsOnce() {
        MvcTestResult first = begin("once");
        MvcTestResult second = begin("once");

        assertThat(first).hasStatus(201);
        assertThat(second).hasStatus(200);
        assertThat(this.<String>read(text(second), "$.id")).isEqualTo(read(text(first), "$.id"));
    }

    @Test
    void messagesAtTheSameTimeAreNumberedWithoutGaps() throws Exception {
        String id = begin();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<MvcTestResult> speak = () -> say(id, "Make it 30 seconds");
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> speak).limit(12).toList())) {
                assertThat(answer.get()).hasStatus(201);
            }
        }

        List<Integer> numbers = new ArrayList<>();
        Integer cursor = 0;
        while (cursor != null) {
            String page = text(call(HttpMethod.GET, id + "/messages?limit=7&cursor=" + cursor, null));
            numbers.addAll(this.<List<Integer>>read(page, "$.items[*].number"));
            cursor = this.<@Nullable Integer>read(page, "$.next_cursor");
        }
        assertThat(numbers).hasSize(24).isSorted().startsWith(1).endsWith(24);
    }

    @Test
    void listsConversationsNewestFirstInPages() {
        List<String> begun = Stream.generate(this::begin).limit(5).collect(Collectors.toCollection(ArrayList::new));
        List<String> listed = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            String page = text(call(HttpMethod.GET, "?limit=2" + cursor, null));
            listed.addAll(this.<List<String>>read(page, "$.items[*].id"));
            String next = this.<@Nullable String>read(page, "$.next_cursor");
            cursor = next == null ? null : "&cursor=" + next;
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(begun);
        assertThat(listed.getFirst()).isIn(begun);
    }

    @Test
    void changesFieldsOfTheBriefAndTakesThemBack() {
        String id = begin();

        assertThat(patch(id, version(id), "{\"idea\":\"Two bakers\",\"seconds\":60,\"scenes\":3,\"autopilot\":false}"))
                .hasStatusOk();
        String changed = text(patch(id, version(id), "{\"seconds\":null,\"scenes\":null,\"autopilot\":null}"));

        assertThat(this.<String>read(changed, "$.seconds.source")).isEqualTo("assumed");
        assertThat((int) this.<Integer>read(changed, "$.seconds.value")).isEqualTo(30);
        assertThat(this.<@Nullable Object>read(changed, "$.scenes")).isNull();
        assertThat(this.<String>read(changed, "$.autopilot.source")).isEqualTo("assumed");
        assertThat(this.<String>read(changed, "$.status")).isEqualTo("ready");
        assertThat(patch(id, 0, "{\"seconds\":20}")).hasStatus(412).bodyText().contains("stale-brief");
        assertThat(patch(id, null, "{\"seconds\":20}"))
                .hasStatus(428)
                .bodyText()
                .contains("if-match-required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"seconds\":4}|422|seconds",
                "{\"seconds\":601}|422|seconds",
                "{\"scenes\":61}|422|scenes",
                "{\"ratio\":\"4:3\"}|422|ratio",
                "{\"language\":\"fr\"}|422|language",
                "{\"idea\":\"\"}|422|idea",
                "{\"idea\":\"a\",\"script\":\"b\"}|422|script",
                "{\"seconds\":\"many\"}|400|unreadable-body",
                "{\"colour\":\"red\"}|400|colour",
                "{\"colour\":null}|400|colour",
                "[]|400|unreadable-body"
            })
    void refusesWhatABriefCannotHold(String body, int status, String named) {
        String id = begin();

        assertThat(patch(id, version(id), body)).hasStatus(status).bodyText().contains(named);
    }

    @Test
    void refusesMessagesThatAreEmptyOrTooLong() {
        String id = begin();

        assertThat(say(id, " ")).hasStatus(422);
        assertThat(say(id, "x".repeat(100_001))).hasStatus(422);
        assertThat(say(id, "x".repeat(100_000))).hasStatus(201);
    }

    @TestFactory
    Stream<DynamicTest> anothersConversationIsNotThere() {
        String id = begin();
        UUID stranger = UUID.randomUUID();
        return Stream.of(
                        request(HttpMethod.GET, id, stranger, null),
                        request(HttpMethod.GET, id + "/messages", stranger, null),
                        request(HttpMethod.POST, id + "/messages", stranger, "{\"text\":\"Hello\"}"),
                        request(HttpMethod.GET, id + "/brief", stranger, null),
                        request(HttpMethod.PATCH, id + "/brief", stranger, "{\"seconds\":20}"),
                        request(HttpMethod.POST, id + "/brief/approve", stranger, null))
                .map(answer -> DynamicTest.dynamicTest(
                        answer.getRequest().getMethod() + " "
                                + answer.getRequest().getRequestURI(),
                        () -> assertThat(answer).hasStatus(404).bodyText().contains("conversation-not-found")));
    }

    @Test
    void asksStrangersToSignIn() {
        assertThat(http.get().uri(BASE)).hasStatus(401);
    }

    private String begin() {
        return read(text(begin(UUID.randomUUID().toString())), "$.id");
    }

    private MvcTestResult begin(String key) {
        return http.post()
                .uri(BASE)
                .header("Authorization", "Bearer " + Identities.person(person))
                .header("Idempotency-Key", key)
                .exchange();
    }

    private MvcTestResult say(String id, String text) {
        return say(id, text, UUID.randomUUID().toString());
    }

    private MvcTestResult say(String id, String text, String key) {
        return http.post()
                .uri(BASE + "/" + id + "/messages")
                .header("Authorization", "Bearer " + Identities.person(person))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(java.util.Map.of("text", text)))
                .exchange();
    }

    private MvcTestResult patch(String id, @Nullable Number version, String body) {
        var request = http.patch()
                .uri(BASE + "/" + id + "/brief")
                .header("Authorization", "Bearer " + Identities.person(person))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return version == null
                ? request.exchange()
                : request.header("If-Match", "\"" + version + "\"").exchange();
    }

    private Integer version(String id) {
        return read(text(call(HttpMethod.GET, id, null)), "$.version");
    }

    private MvcTestResult call(HttpMethod method, String place, @Nullable String body) {
        return request(method, place, person, body);
    }

    private MvcTestResult request(HttpMethod method, String place, UUID caller, @Nullable String body) {
        var request = http.method(method)
                .uri(BASE + (place.startsWith("?") ? place : "/" + place))
                .header("Authorization", "Bearer " + Identities.person(caller))
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (method.equals(HttpMethod.PATCH)) {
            request.header("If-Match", "\"0\"");
        }
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private String reply(MvcTestResult turn) {
        return read(text(turn), "$.reply.text");
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // As JsonPath itself: the path decides.
    private <T extends @Nullable Object> T read(String json, String path) {
        return JsonPath.read(json, path);
    }

    /** Waits for the event of a conversation, and a little longer for one that should not come. */
    private BriefApproved onlyEventOf(String conversation) {
        List<BriefApproved> events = new ArrayList<>();
        try (var consumer = consumers.createConsumer("conversations-test-" + UUID.randomUUID(), null, null, null)) {
            consumer.subscribe(List.of(Topics.BRIEF_APPROVED.name()));
            Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(conversation)) {
                        events.add(record.value());
                    }
                });
                return !events.isEmpty();
            });
            consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                if (record.key().equals(conversation)) {
                    events.add(record.value());
                }
            });
        }
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
