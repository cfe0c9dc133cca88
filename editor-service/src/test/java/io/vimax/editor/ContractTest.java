package io.vimax.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.schemas.generation.v1.GenerationKind;
import io.vimax.schemas.generation.v1.GenerationRequested;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP side of the contract, on real servers. */
class ContractTest {

    private static final String IDEA =
            "{\"idea\":\"A lighthouse keeper stays.\",\"seconds\":30,\"seed\":42,\"autopilot\":false}";
    private static final Duration LONG = Duration.ofMinutes(2);

    private static RunningEditor editor;
    private static WorkerByHand worker;

    private final UUID person = UUID.randomUUID();

    @BeforeAll
    static void start() {
        editor = new RunningEditor();
        worker = new WorkerByHand();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        editor.close();
        worker.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422|idea",
                "{\"idea\":\"a\",\"script\":\"b\"}|422|script",
                "{\"idea\":\"\"}|422|idea",
                "{\"idea\":\"a\",\"seconds\":4}|422|seconds",
                "{\"idea\":\"a\",\"seconds\":601}|422|seconds",
                "{\"idea\":\"a\",\"seconds\":\"long\"}|422|seconds",
                "{\"idea\":\"a\",\"scenes\":0}|422|scenes",
                "{\"idea\":\"a\",\"scenes\":61}|422|scenes",
                "{\"idea\":\"a\",\"ratio\":\"4:3\"}|422|ratio",
                "{\"idea\":\"a\",\"language\":\"de\"}|422|language",
                "{\"idea\":\"a\",\"script_format\":\"pdf\"}|422|script_format",
                "{\"idea\":\"a\",\"style\":\"\"}|422|style",
                "{\"idea\":\"a\",\"title\":\"\"}|422|title",
                "{\"idea\":\"a\",\"seed\":\"x\"}|422|seed",
                "{\"idea\":\"a\",\"series_id\":\"7\"}|422|series_id",
                "{\"idea\":\"a\",\"budget\":{\"amount\":\"-1\",\"currency\":\"USD\"}}|422|budget.amount",
                "{\"idea\":\"a\",\"budget\":{\"amount\":\"much\",\"currency\":\"USD\"}}|422|budget.amount",
                "{\"idea\":\"a\",\"budget\":{\"amount\":\"1\",\"currency\":\"EUR\"}}|422|budget.currency"
            })
    void namesTheFieldThatIsNotAsItMustBe(String body, int status, String field) {
        var answer = begin(body, UUID.randomUUID().toString());

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.json().get("code").stringValue()).isEqualTo("validation-failed");
        assertThat(answer.json().get("errors"))
                .anySatisfy(it -> assertThat(it.get("field").stringValue()).isEqualTo(field));
        assertThat(answer.json().get("trace_id").stringValue()).hasSize(32);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"idea\":\"a\",\"colour\":1}|400|unknown-field",
                "{\"idea\":|400|unreadable-body",
                "{\"idea\":\"a\",\"models\":{\"video\":\"no-such\"}}|422|unknown-model",
                "{\"idea\":\"a\",\"models\":{\"video\":\"local-voice\"}}|422|unknown-model",
                "{\"script\":\"one two three four five six seven eight nine ten eleven twelve thirteen fourteen\",\"seconds\":5}|422|script-too-long",
                "{\"idea\":\"a\",\"series_id\":\"00000000-0000-0000-0000-000000000001\"}|404|series-not-found"
            })
    void saysWhatItRefuses(String body, int status, String code) {
        var answer = begin(body, UUID.randomUUID().toString());

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("code").stringValue()).isEqualTo(code);
    }

    @Test
    void saysHowLongAScriptNeedsAndWhichModelsThereAre() {
        assertThat(begin("{\"script\":\"" + "word ".repeat(26) + "\",\"seconds\":5}", "k1")
                        .json()
                        .get("needed_seconds")
                        .intValue())
                .isEqualTo(10);
        assertThat(begin("{\"idea\":\"a\",\"models\":{\"chat\":\"no-such\"}}", "k2")
                        .json()
                        .get("known"))
                .hasSize(1);
    }

    @Test
    void wantsAKeyAndTakesNoHugeBody() {
        var withoutKey = editor.call(person, "POST", "/api/v1/episodes", IDEA);
        assertThat(withoutKey.status()).isEqualTo(400);
        assertThat(withoutKey.json().get("code").stringValue()).isEqualTo("idempotency-key-required");

        var huge = begin("{\"script\":\"" + "x".repeat(5_000_000) + "\"}", "k3");
        assertThat(huge.status()).isEqualTo(413);
        assertThat(huge.json().get("code").stringValue()).isEqualTo("body-too-large");
    }

    @Test
    void makesOneEpisodeOfManyEqualCallsAndRefusesAnotherBodyUnderTheKey() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<RunningEditor.Answer> call = () -> begin(IDEA, "same");
            var answers =
                    callers.invokeAll(IntStream.range(0, 20).mapToObj(_ -> call).toList());
            Set<String> ids = new HashSet<>();
            int created = 0;
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(200, 201);
                created += answer.get().status() == 201 ? 1 : 0;
                ids.add(answer.get().json().get("id").stringValue());
            }
            assertThat(ids).hasSize(1);
            assertThat(created).isEqualTo(1);
        }
        assertThat(begin(IDEA.replace("42", "43"), "same").json().get("code").stringValue())
                .isEqualTo("idempotency-key-reused");
        assertThat(editor.get(person, "/api/v1/episodes").json().get("items")).hasSize(1);
    }

    @Test
    void startsNothingAboveTheBudget() {
        UUID episode = editor.begin(
                person,
                "{\"idea\":\"a\",\"autopilot\":false,\"models\":{\"video\":\"dear-video\"},\"budget\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}");
        worker.complete(requested(episode, GenerationKind.CHAT, 1).getFirst(), FilmScript.json(1, 3, 30_000));
        await().atMost(LONG)
                .until(() -> editor.state(person, episode).get("scenes").size() == 1);
        assertThat(editor.call(person, "POST", path(episode, "/scenes/generate"), "{}")
                        .status())
                .isEqualTo(202);
        requested(episode, GenerationKind.IMAGE, 3).forEach(it -> worker.complete(it, ""));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                editor.state(person, episode).get("problems").toString())
                        .contains("budget-exceeded"));
        // Two of the three would fit, and what comes in one batch is priced as one.
        assertThat(requested(episode, GenerationKind.VIDEO, 0)).hasSizeLessThanOrEqualTo(2);
        var again = editor.call(person, "POST", path(episode, "/resume"), null);
        assertThat(again.status()).isEqualTo(402);
        assertThat(again.json().get("code").stringValue()).isEqualTo("budget-exceeded");
    }

    @Test
    void answersNotModifiedUntilVersionOrProgressChange() {
        UUID episode = editor.begin(person, IDEA);
        String queued = tag(editor.get(person, path(episode, "/state")));
        assertThat(ifNoneMatch(episode, queued)).isEqualTo(304);

        worker.progress(requested(episode, GenerationKind.CHAT, 1).getFirst(), 1, 0.5);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ifNoneMatch(episode, queued)).isEqualTo(200));

        assertThat(editor.call(person, "POST", path(episode, "/cancel"), null).status())
                .isEqualTo(200);
        var document = editor.get(person, path(episode, "/state"));
        assertThat(tag(document)).isEqualTo("\"" + document.json().get("version") + "\"");
        assertThat(ifNoneMatch(episode, tag(document))).isEqualTo(304);
    }

    private int ifNoneMatch(UUID episode, String tag) {
        return editor.call(person, "GET", path(episode, "/state"), null, "If-None-Match", tag)
                .status();
    }

    private static String tag(RunningEditor.Answer answer) {
        return answer.response().headers().firstValue("etag").orElseThrow();
    }

    @Test
    void refusesAStaleEdit() {
        UUID episode = editor.begin(person, IDEA);
        var first = editor.get(person, path(episode, "/state"));
        String tag = tag(first);
        assertThat(tag).startsWith("\"" + first.json().get("version") + ".");

        String script =
                "{\"scenes\":[{\"heading\":\"INT. ROOM\",\"lines\":[{\"speaker\":\"Narrator\",\"kind\":\"narration\",\"text\":\"Hello.\"}],"
                        + "\"shots\":[{\"description\":\"A room\",\"framing\":\"wide\",\"camera_move\":\"static\",\"people\":[],\"duration_ms\":4000}]}]}";
        assertThat(editor.call(person, "POST", path(episode, "/script"), script)
                        .json()
                        .get("code")
                        .stringValue())
                .isEqualTo("if-match-required");
        var edited = editor.call(person, "POST", path(episode, "/script"), script, "If-Match", tag);
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        assertThat(edited.json().get("scenes")).hasSize(1);
        assertThat(editor.call(person, "POST", path(episode, "/script"), script, "If-Match", tag)
                        .status())
                .isEqualTo(412);
    }

    @TestFactory
    Stream<DynamicTest> answersNotFoundToEverybodyElse() {
        UUID episode = editor.begin(person, IDEA);
        worker.complete(requested(episode, GenerationKind.CHAT, 1).getFirst(), FilmScript.json(1, 1, 30_000));
        await().atMost(LONG)
                .until(() -> editor.state(person, episode).get("scenes").size() == 1);
        JsonNode state = editor.state(person, episode);
        String scene = state.get("scenes").get(0).get("id").stringValue();
        String shot = state.get("scenes").get(0).get("shots").get(0).get("id").stringValue();
        String generation = state.get("generations").get(0).get("id").stringValue();
        String series = state.get("series_id").stringValue();
        Map<String, String> bodies = Map.of(
                "/script",
                        "{\"scenes\":[{\"heading\":\"x\",\"lines\":[],\"shots\":[{\"description\":\"x\",\"framing\":\"wide\",\"camera_move\":\"static\",\"people\":[],\"duration_ms\":4000}]}]}",
                "/timeline", "{\"tracks\":[{\"kind\":\"video\",\"clips\":[]}]}",
                "/audio",
                        "{\"voice\":{\"name\":\"auto\",\"gain_db\":0,\"speed\":1},\"music\":{\"mood\":null,\"gain_db\":-8,\"enabled\":true},\"ducking_db\":9,\"captions\":{\"mode\":\"both\",\"language\":\"auto\"}}",
                "/transition", "{\"to\":\"scene_generation\"}",
                "/episodes", IDEA);
        UUID stranger = UUID.randomUUID();
        return mappings()
                .map(mapping -> DynamicTest.dynamicTest(String.join(" ", mapping), () -> {
                    String path = mapping.getLast()
                            .replaceFirst("(episodes?)/\\{id\\}", "$1/" + episode)
                            .replaceFirst("(generations)/\\{[a-zA-Z]+\\}", "$1/" + generation)
                            .replaceFirst("(series)/\\{[a-zA-Z]+\\}", "$1/" + series)
                            .replace("{sceneId}", scene)
                            .replace("{shotId}", shot)
                            .replaceAll("\\{[a-zA-Z]+\\}", UUID.randomUUID().toString());
                    String body = bodies.getOrDefault(path.substring(path.lastIndexOf('/')), "{}");
                    var answer = editor.call(
                            stranger,
                            mapping.getFirst(),
                            path,
                            body,
                            "If-Match",
                            "\"3\"",
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
                    assertThat(answer.status()).as(answer.text()).isEqualTo(404);
                    assertThat(answer.json().get("code").stringValue()).endsWith("-not-found");
                }));
    }

    /** Method and path of every call that names something by its id. */
    private static Stream<List<String>> mappings() {
        return editor
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") && path.contains("{"))
                        .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> List.of(method.name(), path))));
    }

    @Test
    void refusesWhoeverDoesNotSignIn() {
        assertThat(editor.call(person, "GET", "/api/v1/episodes", null, "Authorization", "Bearer x")
                        .status())
                .isIn(401, 400);
    }

    @Test
    void pagesThroughTheLibraryNewestFirst() {
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            begun.addFirst(editor.begin(person, IDEA).toString());
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    editor.get(person, "/api/v1/episodes?limit=2" + cursor).json();
            page.get("items").forEach(it -> seen.add(it.get("id").stringValue()));
            cursor = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").stringValue();
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(begun);
        assertThat(editor.get(person, "/api/v1/episodes?limit=101")
                        .json()
                        .get("code")
                        .stringValue())
                .isEqualTo("validation-failed");
        assertThat(editor.get(person, "/api/v1/generations?state=queued&limit=2")
                        .json()
                        .get("items"))
                .hasSize(2);
    }

    @Test
    void showsAllOfAnEpisodeOfFortyEightShots() {
        UUID episode = editor.begin(person, IDEA.replace("30", "180"));
        worker.complete(requested(episode, GenerationKind.CHAT, 1).getFirst(), FilmScript.json(12, 4, 180_000));
        await().atMost(LONG)
                .until(() -> editor.state(person, episode).get("scenes").size() == 12);
        assertThat(editor.call(person, "POST", path(episode, "/scenes/generate"), "{}")
                        .status())
                .isEqualTo(202);
        requested(episode, GenerationKind.IMAGE, 48).forEach(it -> worker.complete(it, ""));
        requested(episode, GenerationKind.VIDEO, 48).forEach(it -> worker.complete(it, ""));
        requested(episode, GenerationKind.SPEECH, 12).forEach(it -> worker.complete(it, ""));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> editor.state(person, episode)
                        .toString()
                        .contains("\"to\":\"timeline_editing\",\"allowed\":true"));

        assertThat(editor.state(person, episode)
                        .get("scenes")
                        .valueStream()
                        .flatMap(scene -> scene.get("shots").valueStream()))
                .hasSize(48)
                .allMatch(shot -> !shot.get("selected_take_id").isNull());
    }

    @Test
    void isDescribedByTheOpenApiDocumentOfTheRepository() throws IOException {
        var answer = editor.get(person, "/v3/api-docs");
        var mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        var sorted = mapper.treeToValue(answer.json(), Map.class);
        String document = mapper.writeValueAsString(sorted) + "\n";
        Path stored = Path.of("..", "docs", "openapi", "editor-service.json");
        if (Boolean.getBoolean("vimax.docs.write")) {
            Files.createDirectories(stored.getParent());
            Files.writeString(stored, document);
        }
        assertThat(stored).as("write it with -Dvimax.docs.write=true").exists();
        assertThat(Files.readString(stored))
                .as("stale: write it with -Dvimax.docs.write=true")
                .isEqualTo(document);
        assertThat(mapper.readTree(document)).isInstanceOf(ObjectNode.class);
    }

    @Test
    void keepsNoTrackOfWhatItAskedForTwice() {
        UUID episode = editor.begin(person, IDEA);
        var again = editor.call(person, "POST", path(episode, "/script/generate"), null);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("code").stringValue()).isEqualTo("already-under-way");
        assertThat(editor.context()
                        .getBean(JdbcClient.class)
                        .sql("select count(*) from generation where episode_id = ?")
                        .param(episode)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private RunningEditor.Answer begin(String body, String key) {
        return editor.call(person, "POST", "/api/v1/episodes", body, "Idempotency-Key", key);
    }

    private static List<GenerationRequested> requested(UUID episode, GenerationKind kind, int count) {
        return await().atMost(LONG)
                .until(
                        () -> worker.requests(episode).stream()
                                .filter(request -> request.getKind() == kind)
                                .toList(),
                        requests -> requests.size() >= count);
    }

    private static String path(UUID episode, String rest) {
        return "/api/v1/editor/episode/" + episode + rest;
    }
}
