package io.vimax.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.schemas.Topics;
import io.vimax.schemas.conversation.v1.BriefApproved;
import io.vimax.schemas.conversation.v1.EditRequested;
import io.vimax.schemas.episode.v1.EpisodeStageChanged;
import io.vimax.schemas.generation.v1.FailureKind;
import io.vimax.schemas.generation.v1.GenerationKind;
import io.vimax.schemas.generation.v1.GenerationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WholeFilmTest {

    private static final String IDEA = "{\"idea\":\"A lighthouse keeper stays.\",\"seconds\":30,\"seed\":42}";
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
    void isMadeByItselfThroughRepeatedAndReorderedEventsAndARestart() {
        UUID episode = editor.begin(person, IDEA);
        var random = new Random(7);
        Set<UUID> answered = new HashSet<>();
        var restarted = new boolean[1];

        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    var open = new ArrayList<>(worker.requests(episode));
                    open.removeIf(request -> !answered.add(request.getGenerationId()));
                    Collections.shuffle(open, random);
                    for (GenerationRequested request : open) {
                        worker.progress(request, 5, 0.6);
                        worker.progress(request, 3, 0.2);
                        var done = WorkerByHand.completed(request, FilmScript.json(3, 2, 30_000));
                        worker.send(Topics.GENERATION_COMPLETED, request.getGenerationId(), done);
                        worker.send(Topics.GENERATION_COMPLETED, request.getGenerationId(), done);
                        worker.complete(request, FilmScript.json(3, 2, 30_000));
                        worker.fail(request, FailureKind.FAILED);
                    }
                    if (!restarted[0] && open.stream().anyMatch(request -> request.getKind() == GenerationKind.VIDEO)) {
                        restarted[0] = true;
                        editor.restart();
                    }
                    return "completed"
                            .equals(editor.state(person, episode).get("state").stringValue());
                });

        JsonNode film = editor.state(person, episode);
        assertThat(restarted[0]).isTrue();
        assertThat(worker.requests(episode)).hasSize(1 + 6 + 6 + 3 + 1 + 1);
        assertThat(film.get("title").stringValue()).isEqualTo("The Last Light");
        assertThat(film.get("status").stringValue()).isEqualTo("ready");
        assertThat(film.get("timeline").get("duration_ms").longValue()).isEqualTo(30_000);
        assertThat(film.get("render").get("stale").booleanValue()).isFalse();
        assertThat(film.get("progress").get("percent").doubleValue()).isEqualTo(100.0);
        assertThat(film.get("stale")).isEmpty();
        assertThat(film.get("scenes"))
                .hasSize(3)
                .allSatisfy(scene -> assertThat(scene.get("shots"))
                        .allSatisfy(shot -> assertThat(shot.get("takes")).hasSize(1)));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(worker.heard(Topics.EPISODE_STAGE_CHANGED, episode))
                        .extracting(EpisodeStageChanged::getToStage)
                        .containsExactly("scene_generation", "timeline_editing", "audio_customization", "completed"));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(worker.heard(Topics.EPISODE_CHANGED, episode).stream()
                                .map(event -> event.getVersion())
                                .toList())
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .endsWith(film.get("version").longValue()));
        assertThat(worker.heard(Topics.SCENE_REGENERATED, episode)).hasSize(6);
        assertThat(editor.get(person, "/api/v1/editor/episode/" + episode + "/checkpoints")
                        .json()
                        .get("items"))
                .hasSize(4);
    }

    @Test
    void carriesTheTraceOfTheCallToTheWorker() {
        UUID episode = editor.begin(person, IDEA);
        GenerationRequested request = await().atMost(LONG)
                .until(() -> worker.requests(episode), it -> !it.isEmpty())
                .getFirst();

        String trace = editor.state(person, episode)
                .get("generations")
                .get(0)
                .get("trace_id")
                .stringValue();
        assertThat(worker.traceparent(request)).contains(trace);
    }

    @Test
    void keepsLateResultsOfCancelledWorkHiddenAndGoesOnWhenResumed() {
        UUID episode = editor.begin(person, IDEA);
        answer(episode, GenerationKind.CHAT, 1);
        answer(episode, GenerationKind.IMAGE, 6);
        List<GenerationRequested> clips = requested(episode, GenerationKind.VIDEO, 6);

        JsonNode cancelled =
                editor.call(person, "POST", path(episode, "/cancel"), null).json();
        assertThat(cancelled.get("paused").booleanValue()).isTrue();
        assertThat(cancelled.get("generations")).noneMatch(it -> underWay(it));
        await().atMost(LONG)
                .until(() -> worker.heard(Topics.GENERATION_CANCEL_REQUESTED, episode)
                                .size()
                        == 10);
        worker.complete(clips.getFirst(), "");
        worker.fail(clips.get(1), FailureKind.CANCELLED);
        await().atMost(LONG).until(() -> cost(clips.getFirst()) != null);
        assertThat(editor.state(person, episode).get("scenes"))
                .allSatisfy(scene -> assertThat(scene.get("shots")).allSatisfy(shot -> {
                    assertThat(shot.get("takes")).isEmpty();
                    assertThat(shot.get("status").stringValue()).isEqualTo("cancelled");
                }));

        JsonNode resumed =
                editor.call(person, "POST", path(episode, "/resume"), null).json();
        assertThat(resumed.get("paused").booleanValue()).isFalse();
        finish(episode);
        assertThat(editor.state(person, episode).get("state").stringValue()).isEqualTo("completed");
    }

    @Test
    void leavesTheRestGoingWhenOneShotFailsUntilItIsTriedAgain() {
        UUID episode = editor.begin(person, IDEA);
        answer(episode, GenerationKind.CHAT, 1);
        GenerationRequested unlucky =
                requested(episode, GenerationKind.IMAGE, 6).getFirst();
        worker.fail(unlucky, FailureKind.FAILED);
        await().atMost(LONG)
                .until(() -> editor.state(person, episode).get("problems").size() == 1);
        requested(episode, GenerationKind.IMAGE, 6).stream().skip(1).forEach(it -> worker.complete(it, ""));
        requested(episode, GenerationKind.VIDEO, 5).forEach(it -> worker.complete(it, ""));
        await().atMost(LONG)
                .until(() -> worker.heard(Topics.SCENE_REGENERATED, episode).size() == 5);

        JsonNode problem = editor.state(person, episode).get("problems").get(0);
        assertThat(problem.get("detail").stringValue()).isEqualTo("The provider gave up.");
        assertThat(editor.call(person, "POST", path(episode, "/transition"), "{\"to\":\"timeline_editing\"}")
                        .json()
                        .get("reasons")
                        .toString())
                .contains("has no take");

        var retried = editor.call(person, "POST", "/api/v1/generations/" + unlucky.getGenerationId() + "/retry", null);
        assertThat(retried.status()).isEqualTo(202);
        finish(episode);
    }

    @Test
    void makesAnotherTakeOfAShotAndKeepsTheFirst() {
        UUID episode = editor.begin(person, IDEA);
        finish(episode);
        JsonNode scene = editor.state(person, episode).get("scenes").get(0);
        String shot = scene.get("shots").get(0).get("id").stringValue();

        var started = editor.call(
                person,
                "POST",
                path(episode, "/scene/" + scene.get("id").stringValue() + "/regenerate"),
                "{\"shot_id\":\"" + shot + "\"}");
        assertThat(started.status()).isEqualTo(202);
        worker.complete(requested(episode, GenerationKind.IMAGE, 7).getLast(), "");
        worker.complete(requested(episode, GenerationKind.VIDEO, 7).getLast(), "");

        await().atMost(LONG).untilAsserted(() -> {
            JsonNode state = editor.state(person, episode);
            assertThat(state.get("scenes").get(0).get("shots").get(0).get("takes"))
                    .hasSize(2);
            assertThat(state.get("render").get("stale").booleanValue()).isTrue();
        });
    }

    @Test
    void beginsFromAnApprovedBriefWithTheIdItNames() {
        UUID episode = UUID.randomUUID();
        var brief = new BriefApproved(
                UUID.randomUUID(),
                Instant.now(),
                person,
                1L,
                UUID.randomUUID(),
                episode,
                "My film",
                "An idea.",
                null,
                20,
                null,
                "9:16",
                "en",
                "storyboard",
                null,
                true);
        worker.send(Topics.BRIEF_APPROVED, brief.getConversationId(), brief);
        worker.send(Topics.BRIEF_APPROVED, brief.getConversationId(), brief);

        answer(episode, GenerationKind.CHAT, 1);
        GenerationRequested keyframe =
                requested(episode, GenerationKind.IMAGE, 6).getFirst();
        assertThat(keyframe.getImage().orElseThrow().getHeight()).isEqualTo(1280);

        worker.complete(keyframe, "");
        requested(episode, GenerationKind.VIDEO, 1);
        worker.send(
                Topics.EDIT_REQUESTED,
                brief.getConversationId(),
                new EditRequested(
                        UUID.randomUUID(),
                        Instant.now(),
                        person,
                        2L,
                        brief.getConversationId(),
                        episode,
                        "regenerate_shot",
                        keyframe.getTarget().getId(),
                        "Make it snow"));
        assertThat(requested(episode, GenerationKind.IMAGE, 7)
                        .getLast()
                        .getImage()
                        .orElseThrow()
                        .getPrompt())
                .isEqualTo("Make it snow");
    }

    @Test
    void continuesBySweepWhenTheModelsWereAway() {
        UUID stranger = UUID.randomUUID();
        UUID episode = editor.begin(
                stranger, IDEA.replace("\"seed\"", "\"models\":{\"image\":\"local-storyboard\"},\"seed\""));
        editor.restart();
        editor.models.goAway(true);
        try {
            answer(episode, GenerationKind.CHAT, 1);
            await().atMost(LONG)
                    .until(() -> editor.state(stranger, episode).get("scenes").size() == 3);
            assertThat(worker.requests(episode)).hasSize(1);
        } finally {
            editor.models.goAway(false);
        }
        requested(episode, GenerationKind.IMAGE, 6);
    }

    private void finish(UUID episode) {
        Set<UUID> answered = new HashSet<>();
        await().atMost(LONG).pollInterval(Duration.ofMillis(100)).until(() -> {
            JsonNode state = editor.state(person, episode);
            Set<String> open = new HashSet<>();
            state.get("generations").forEach(it -> {
                if (underWay(it)) {
                    open.add(it.get("id").stringValue());
                }
            });
            worker.requests(episode).stream()
                    .filter(request -> open.contains(request.getGenerationId().toString()))
                    .filter(request -> answered.add(request.getGenerationId()))
                    .forEach(request -> worker.complete(request, FilmScript.json(3, 2, 30_000)));
            return "completed".equals(state.get("state").stringValue());
        });
    }

    private static boolean underWay(JsonNode generation) {
        return Set.of("queued", "running").contains(generation.get("state").stringValue());
    }

    private @Nullable JsonNode cost(GenerationRequested request) {
        JsonNode cost = editor.get(person, "/api/v1/generations/" + request.getGenerationId())
                .json()
                .get("cost_actual");
        return cost == null || cost.isNull() ? null : cost;
    }

    private void answer(UUID episode, GenerationKind kind, int count) {
        requested(episode, kind, count).forEach(it -> worker.complete(it, FilmScript.json(3, 2, 30_000)));
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
