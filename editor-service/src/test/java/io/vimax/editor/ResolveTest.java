package io.vimax.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.schemas.Topics;
import io.vimax.schemas.generation.v1.FailureKind;
import io.vimax.schemas.generation.v1.GenerationCancelRequested;
import io.vimax.schemas.generation.v1.GenerationCompleted;
import io.vimax.schemas.generation.v1.GenerationKind;
import io.vimax.schemas.generation.v1.GenerationRequested;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What happens to a generation of which nobody knows whether the provider took it, on real servers. */
class ResolveTest {

    private static final String SEND_AGAIN = "{\"decision\":\"resubmit\"}";
    private static final String GIVE_UP = "{\"decision\":\"give_up\"}";
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

    @Test
    void asksThePersonAndCountsWhatMayHaveBeenPaid() {
        UUID episode = begin("dear-video", "5.00");
        GenerationRequested unknown = leaveOneClipAmbiguous(episode);

        JsonNode state = editor.state(person, episode);
        JsonNode problem = state.get("problems").get(0);
        assertThat(problem.get("code").stringValue()).isEqualTo("ambiguous");
        assertThat(problem.get("action").stringValue()).isEqualTo("resolve");
        assertThat(problem.get("generation_id").stringValue())
                .isEqualTo(unknown.getGenerationId().toString());
        assertThat(problem.get("title").stringValue()).endsWith("nobody knows whether the provider took this job");
        assertThat(problem.get("detail").stringValue())
                .contains("send it again, which may be paid twice, or give it up")
                .endsWith("It may have cost $0.50, which is counted in the budget.");
        assertThat(state.get("status").stringValue()).isEqualTo("failed");
        assertThat(amount(state, "cost_possible")).isEqualTo("0.50");
        assertThat(state.get("guards").toString()).contains("Scene 1, shot 1 waits for your decision");
        JsonNode generation = generation(unknown.getGenerationId());
        assertThat(generation.get("state").stringValue()).isEqualTo("ambiguous");
        assertThat(generation.get("cost_actual").isNull()).isTrue();
        assertThat(amount(generation, "cost_possible")).isEqualTo("0.50");
        assertThat(generation.get("resolution").isNull()).isTrue();
        assertThat(editor.get(person, "/api/v1/generations?state=ambiguous")
                        .json()
                        .get("items"))
                .hasSize(1);
        JsonNode summary = editor.get(person, "/api/v1/episodes/" + episode).json();
        assertThat(summary.get("status").stringValue()).isEqualTo("failed");
        assertThat(summary.get("next_action").stringValue()).isEqualTo("decide");
    }

    @Test
    void sendsNothingInItsPlaceBeforeThePersonHasDecided() {
        UUID episode = begin("local-animatic", "5.00");
        GenerationRequested unknown = leaveOneClipAmbiguous(episode);
        JsonNode scene = editor.state(person, episode).get("scenes").get(0);

        assertThat(editor.call(person, "POST", path(episode, "/resume"), null).status())
                .isEqualTo(200);
        assertThat(editor.call(person, "POST", path(episode, "/scenes/generate"), "{\"only_missing\":false}")
                        .json()
                        .get("generations"))
                .isEmpty();
        for (RunningEditor.Answer refused : List.of(
                editor.call(person, "POST", "/api/v1/generations/" + unknown.getGenerationId() + "/retry", null),
                editor.call(
                        person,
                        "POST",
                        path(episode, "/scene/" + scene.get("id").stringValue() + "/regenerate"),
                        "{}"))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().get("code").stringValue()).isEqualTo("decision-needed");
            assertThat(refused.json().get("generation_id").stringValue())
                    .isEqualTo(unknown.getGenerationId().toString());
        }

        assertThat(asked(episode, "video")).isEqualTo(2);
        assertThat(asked(episode, "image")).isEqualTo(2);
    }

    @Test
    void sendsItAgainOnceAsANewGenerationAndGoesOnToTheFilm() {
        UUID episode = begin("dear-video", "5.00");
        GenerationRequested unknown = leaveOneClipAmbiguous(episode);

        RunningEditor.Answer sent = resolve(unknown, SEND_AGAIN);
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        JsonNode old = sent.json().get("generation");
        assertThat(old.get("state").stringValue()).isEqualTo("ambiguous");
        assertThat(old.get("resolution").get("decision").stringValue()).isEqualTo("resubmit");
        assertThat(old.get("error").get("detail").stringValue()).contains("both are paid: that was your decision");
        JsonNode successor = sent.json().get("successor");
        assertThat(successor.get("id").stringValue())
                .isNotEqualTo(old.get("id").stringValue())
                .isEqualTo(old.get("resolution").get("successor_id").stringValue());
        assertThat(resolve(unknown, SEND_AGAIN).json().get("successor").get("id"))
                .as("the same decision again")
                .isEqualTo(successor.get("id"));
        assertThat(resolve(unknown, GIVE_UP).json().get("code").stringValue()).isEqualTo("already-decided");
        assertThat(resolve(unknown, GIVE_UP).json().get("detail").stringValue())
                .isEqualTo("It was decided to send it again already, and that is done.");

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(worker.heard(Topics.GENERATION_CANCEL_REQUESTED, episode))
                        .extracting(GenerationCancelRequested::getGenerationId)
                        .containsExactly(unknown.getGenerationId()));
        worker.fail(unknown, FailureKind.CANCELLED);
        finish(episode, unknown);

        JsonNode film = editor.state(person, episode);
        assertThat(asked(episode, "video")).isEqualTo(3);
        assertThat(film.get("problems")).isEmpty();
        assertThat(amount(film, "cost_possible")).isEqualTo("0.50");
        assertThat(generation(unknown.getGenerationId()).get("state").stringValue())
                .isEqualTo("ambiguous");
    }

    @Test
    void keepsALateResultOfWhatWasSentAgainAndDoesNotShowIt() {
        UUID episode = begin("dear-video", "5.00");
        GenerationRequested unknown = leaveOneClipAmbiguous(episode);
        resolve(unknown, SEND_AGAIN);
        finish(episode, unknown);
        JsonNode before = shots(episode).getFirst();

        worker.complete(unknown, "");
        await().atMost(LONG)
                .until(() -> !generation(unknown.getGenerationId())
                        .get("cost_actual")
                        .isNull());

        assertThat(shots(episode).getFirst()).isEqualTo(before);
        assertThat(amount(editor.state(person, episode), "cost_possible"))
                .as("now it is known")
                .isEqualTo("0.00");
    }

    @Test
    void showsAResultThatComesBeforeThePersonHasDecided() {
        UUID episode = begin("dear-video", "5.00");
        GenerationRequested unknown = leaveOneClipAmbiguous(episode);

        worker.complete(unknown, "");
        finish(episode, unknown);

        assertThat(asked(episode, "video")).isEqualTo(2);
        RunningEditor.Answer late = resolve(unknown, SEND_AGAIN);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("code").stringValue()).isEqualTo("not-ambiguous");
        assertThat(late.json().get("state").stringValue()).isEqualTo("ready");
    }

    @Test
    void givesItUpAsFailedAndKeepsWhatItMayHaveCost() {
        UUID episode = begin("dear-video", "5.00");
        GenerationRequested unknown = leaveOneClipAmbiguous(episode);

        RunningEditor.Answer given = resolve(unknown, GIVE_UP);
        assertThat(given.status()).as(given.text()).isEqualTo(200);
        assertThat(given.json().get("successor").isNull()).isTrue();
        JsonNode generation = given.json().get("generation");
        assertThat(generation.get("state").stringValue()).isEqualTo("failed");
        assertThat(generation.get("error").get("code").stringValue()).isEqualTo("given-up");
        assertThat(amount(generation, "cost_possible")).isEqualTo("0.50");
        assertThat(resolve(unknown, GIVE_UP).json()).isEqualTo(given.json());
        RunningEditor.Answer other = resolve(unknown, SEND_AGAIN);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("code").stringValue()).isEqualTo("already-decided");
        assertThat(other.json().get("decision").stringValue()).isEqualTo("give_up");

        JsonNode problem = editor.state(person, episode).get("problems").get(0);
        assertThat(problem.get("code").stringValue()).isEqualTo("given-up");
        assertThat(problem.get("action").stringValue()).isEqualTo("retry");
        assertThat(editor.call(person, "POST", "/api/v1/generations/" + unknown.getGenerationId() + "/retry", null)
                        .status())
                .isEqualTo(202);
        finish(episode, unknown);
        assertThat(amount(editor.state(person, episode), "cost_possible")).isEqualTo("0.50");
    }

    @Test
    void doesNotPayTwiceAboveTheBudget() {
        UUID episode = begin("dear-video", "1.20");
        GenerationRequested unknown = leaveOneClipAmbiguous(episode);

        RunningEditor.Answer refused = resolve(unknown, SEND_AGAIN);

        assertThat(refused.status()).as(refused.text()).isEqualTo(402);
        assertThat(amount(refused.json(), "committed")).isEqualTo("1.00");
        assertThat(generation(unknown.getGenerationId()).get("resolution").isNull())
                .isTrue();
        assertThat(resolve(unknown, GIVE_UP).status()).isEqualTo(200);
    }

    @Test
    void decidesOnceHoweverManyCallsCome() throws Exception {
        UUID episode = begin("local-animatic", "5.00");
        GenerationRequested unknown = leaveOneClipAmbiguous(episode);
        var calls = new ArrayList<Callable<RunningEditor.Answer>>();
        for (int i = 0; i < 12; i++) {
            String decision = i % 2 == 0 ? SEND_AGAIN : GIVE_UP;
            calls.add(() -> resolve(unknown, decision));
        }
        Set<String> answers = new HashSet<>();
        int decided = 0;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : callers.invokeAll(calls)) {
                if (answer.get().status() == 200) {
                    decided++;
                    answers.add(answer.get()
                            .json()
                            .get("generation")
                            .get("resolution")
                            .toString());
                } else {
                    assertThat(answer.get().json().get("code").stringValue()).isEqualTo("already-decided");
                }
            }
        }

        assertThat(decided).isEqualTo(6);
        assertThat(answers).hasSize(1);
        assertThat(asked(episode, "video")).isEqualTo(answers.iterator().next().contains("resubmit") ? 3 : 2);
    }

    @Test
    void countsWhatACancelledJobMayHaveCost() {
        UUID episode = begin("dear-video", "5.00");
        GenerationRequested unknown = clips(episode).getFirst();
        editor.call(person, "POST", path(episode, "/cancel"), null);

        worker.fail(unknown, FailureKind.AMBIGUOUS);

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(amount(editor.state(person, episode), "cost_possible"))
                        .isEqualTo("0.50"));
        assertThat(generation(unknown.getGenerationId()).get("state").stringValue())
                .isEqualTo("cancelled");
        assertThat(resolve(unknown, GIVE_UP).json().get("state").stringValue()).isEqualTo("cancelled");
    }

    @Test
    void tellsTheWorkersWhenItsEpisodeIsDeleted() {
        UUID episode = begin("local-animatic", "5.00");
        GenerationRequested unknown = leaveOneClipAmbiguous(episode);

        assertThat(editor.call(person, "DELETE", "/api/v1/episodes/" + episode, null)
                        .status())
                .isEqualTo(204);

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(worker.heard(Topics.GENERATION_CANCEL_REQUESTED, episode))
                        .extracting(GenerationCancelRequested::getGenerationId)
                        .containsExactly(unknown.getGenerationId()));
    }

    @Test
    void doesNotSendAgainWhatIsNoLongerInTheScript() {
        UUID episode = begin("local-animatic", "5.00");
        GenerationRequested unknown = leaveOneClipAmbiguous(episode);
        String script =
                "{\"scenes\":[{\"heading\":\"INT. ROOM\",\"lines\":[],\"shots\":[{\"description\":\"A room\",\"framing\":\"wide\",\"camera_move\":\"static\",\"people\":[],\"duration_ms\":4000}]}]}";
        String tag = editor.get(person, path(episode, "/state"))
                .response()
                .headers()
                .firstValue("etag")
                .orElseThrow();
        assertThat(editor.call(person, "POST", path(episode, "/script"), script, "If-Match", tag)
                        .status())
                .isEqualTo(200);

        RunningEditor.Answer refused = resolve(unknown, SEND_AGAIN);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").stringValue()).isEqualTo("unit-gone");
        assertThat(resolve(unknown, GIVE_UP).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNotAmbiguousAndAnotherPersonsGeneration() {
        UUID episode = begin("local-animatic", "5.00");
        GenerationRequested running = requested(episode, GenerationKind.CHAT, 1).getFirst();

        RunningEditor.Answer refused = resolve(running, SEND_AGAIN);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").stringValue()).isEqualTo("not-ambiguous");
        assertThat(refused.json().get("detail").stringValue()).startsWith("The generation is queued;");

        GenerationRequested unknown = leaveOneClipAmbiguous(episode);
        RunningEditor.Answer stranger = editor.call(
                UUID.randomUUID(), "POST", "/api/v1/generations/" + unknown.getGenerationId() + "/resolve", GIVE_UP);
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.json().get("code").stringValue()).isEqualTo("generation-not-found");
        assertThat(generation(unknown.getGenerationId()).get("state").stringValue())
                .isEqualTo("ambiguous");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"decision\":null}", "{\"decision\":\"maybe\"}"})
    void wantsOneOfTheTwoDecisions(String body) {
        var answer = editor.call(person, "POST", "/api/v1/generations/" + UUID.randomUUID() + "/resolve", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().get("errors").get(0).get("field").stringValue())
                .isEqualTo("decision");
    }

    @Test
    void saysThatNobodyPaysSimulatedPrices() {
        UUID episode = begin("simulated-video", "5.00");
        GenerationRequested unknown = leaveOneClipAmbiguous(episode);

        JsonNode state = editor.state(person, episode);
        assertThat(generation(unknown.getGenerationId()).get("cost_simulated").booleanValue())
                .isTrue();
        assertThat(state.get("cost_simulated").booleanValue()).isTrue();
        assertThat(state.get("problems").get(0).get("detail").stringValue()).contains("which nobody pays");
        UUID real = begin("dear-video", "5.00");
        clips(real);
        assertThat(editor.state(person, real).get("cost_simulated").booleanValue())
                .isFalse();
    }

    private UUID begin(String video, String budget) {
        return editor.begin(
                person,
                "{\"idea\":\"A lighthouse keeper stays.\",\"seconds\":30,\"seed\":42,\"models\":{\"video\":\"%s\"},\"budget\":{\"amount\":\"%s\",\"currency\":\"USD\"}}"
                        .formatted(video, budget));
    }

    /** An episode of one scene with two shots, whose keyframes are there and whose clips are asked for. */
    private List<GenerationRequested> clips(UUID episode) {
        requested(episode, GenerationKind.CHAT, 1).forEach(it -> worker.complete(it, FilmScript.json(1, 2, 30_000)));
        requested(episode, GenerationKind.IMAGE, 2).forEach(it -> worker.complete(it, ""));
        return requested(episode, GenerationKind.VIDEO, 2);
    }

    /** Everything but the clip of the first shot is made. */
    private GenerationRequested leaveOneClipAmbiguous(UUID episode) {
        List<GenerationRequested> clips = clips(episode);
        String first = shots(episode).getFirst().get("id").stringValue();
        GenerationRequested unknown = clips.stream()
                .filter(it -> it.getTarget().getId().toString().equals(first))
                .findFirst()
                .orElseThrow();
        worker.fail(unknown, FailureKind.AMBIGUOUS);
        clips.stream()
                .filter(it -> it != unknown)
                .forEach(it -> worker.send(
                        Topics.GENERATION_COMPLETED,
                        it.getGenerationId(),
                        GenerationCompleted.newBuilder(WorkerByHand.completed(it, ""))
                                .setCostMicros(it.getEstimatedCostMicros())
                                .build()));
        requested(episode, GenerationKind.SPEECH, 1).forEach(it -> worker.complete(it, ""));
        requested(episode, GenerationKind.MUSIC, 1).forEach(it -> worker.complete(it, ""));
        await().atMost(LONG)
                .until(() -> !underWay(editor.state(person, episode))
                        && editor.state(person, episode).get("problems").size() == 1);
        return unknown;
    }

    /** Completes whatever is asked for, but one, until the film is there. */
    private void finish(UUID episode, GenerationRequested but) {
        Set<UUID> answered = new HashSet<>(Set.of(but.getGenerationId()));
        await().atMost(LONG).until(() -> {
            worker.requests(episode).stream()
                    .filter(request -> answered.add(request.getGenerationId()))
                    .forEach(request -> worker.complete(request, FilmScript.json(1, 2, 30_000)));
            return editor.state(person, episode).get("state").stringValue().equals("completed");
        });
    }

    private RunningEditor.Answer resolve(GenerationRequested request, String decision) {
        return editor.call(person, "POST", "/api/v1/generations/" + request.getGenerationId() + "/resolve", decision);
    }

    private JsonNode generation(UUID id) {
        return editor.get(person, "/api/v1/generations/" + id).json();
    }

    private long asked(UUID episode, String kind) {
        JsonNode items = editor.get(person, "/api/v1/generations?limit=100&episode_id=" + episode)
                .json()
                .get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(it -> it.get("kind").stringValue().equals(kind))
                .count();
    }

    private List<JsonNode> shots(UUID episode) {
        var shots = new ArrayList<JsonNode>();
        editor.state(person, episode)
                .get("scenes")
                .forEach(scene -> scene.get("shots").forEach(shots::add));
        return shots;
    }

    private static boolean underWay(JsonNode state) {
        return StreamSupport.stream(state.get("generations").spliterator(), false)
                .map(it -> it.get("state").stringValue())
                .anyMatch(it -> it.equals("queued") || it.equals("running"));
    }

    private static String amount(JsonNode node, String field) {
        return node.get(field).get("amount").stringValue();
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
