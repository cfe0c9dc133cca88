package io.vimax.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.schemas.generation.v1.CharacterReference;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.ImageSpec;
import io.vimax.schemas.generation.v1.TargetType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Portraits and their way into keyframes and clips, on real servers. The models here take one picture besides. */
class CharacterConsistencyTest {

    private static final String IDEA = "{\"idea\":\"A lighthouse keeper stays.\",\"seconds\":30,\"seed\":42,"
            + "\"models\":{\"image\":\"portrait-image\",\"video\":\"portrait-video\"}}";
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
    void sendsThePortraitOfTheOneWhoSpeaksAlongAndSaysWhoFoundNoPlace() {
        UUID episode = editor.begin(person, IDEA);
        finish(episode);

        List<GenerationRequested> portraits = requested(episode, TargetType.CHARACTER_PORTRAIT, 2);
        assertThat(portraits).hasSize(2);
        ImageSpec portrait = portraits.stream()
                .filter(request -> request.getTarget().getLabel().equals("Portrait of Mara"))
                .findFirst()
                .flatMap(GenerationRequested::getImage)
                .orElseThrow();
        assertThat(portrait.getPortraitOf()).hasValue("Mara");
        assertThat(portrait.getPrompt()).contains("Mara: grey coat.");
        assertThat(portrait.getReferenceAssetIds()).isEmpty();

        JsonNode state = editor.state(person, episode);
        JsonNode mara = character(state, "Mara");
        assertThat(mara.get("status").stringValue()).isEqualTo("ready");
        UUID likeness =
                UUID.fromString(mara.get("portraits").get(0).get("asset_id").stringValue());
        assertThat(mara.get("selected_portrait_id"))
                .isEqualTo(mara.get("portraits").get(0).get("id"));

        var keyframes = requested(episode, TargetType.SHOT_KEYFRAME, 6);
        assertThat(keyframes).hasSize(6).allSatisfy(request -> {
            ImageSpec image = request.getImage().orElseThrow();
            assertThat(image.getReferenceAssetIds()).containsExactly(likeness);
            assertThat(image.getCharacters())
                    .extracting(CharacterReference::getName)
                    .containsExactly("Mara");
            assertThat(image.getPrompt()).contains("Reference picture 1 shows Mara");
        });
        assertThat(requested(episode, TargetType.SHOT_CLIP, 6))
                .allSatisfy(
                        request -> assertThat(request.getVideo().orElseThrow().getCharacters())
                                .extracting(CharacterReference::getAssetId)
                                .containsExactly(likeness));
        assertThat(generation(state, keyframes.getFirst()).get("note").stringValue())
                .isEqualTo("portrait-image takes one picture along, so Ben is drawn from words alone.");
        assertThat(state.get("progress").get("stages").get(1).get("name").stringValue())
                .isEqualTo("portraits");
        assertThat(state.get("stale")).isEmpty();
    }

    @Test
    void anotherPortraitIsMadeAndPickedAndShotsAreStaleUntilTheyShowIt() {
        UUID episode = editor.begin(person, IDEA);
        finish(episode);
        JsonNode mara = character(editor.state(person, episode), "Mara");
        String base = path(episode, "/character/" + mara.get("id").stringValue());

        assertThat(editor.call(person, "POST", base + "/portrait", "{}").status())
                .isEqualTo(202);
        GenerationRequested again =
                requested(episode, TargetType.CHARACTER_PORTRAIT, 3).getLast();
        assertThat(again.getImage().orElseThrow().getSeed()).isNotEqualTo(42);
        worker.complete(again, "");
        await().atMost(LONG).untilAsserted(() -> {
            JsonNode state = editor.state(person, episode);
            assertThat(character(state, "Mara").get("portraits")).hasSize(2);
            assertThat(state.get("stale")).hasSize(6);
        });

        var picked = editor.call(
                person,
                "POST",
                base + "/portraits/" + mara.get("selected_portrait_id").stringValue() + "/select",
                null);
        assertThat(picked.status()).isEqualTo(200);
        assertThat(picked.json().get("stale")).isEmpty();
        assertThat(editor.call(person, "POST", base + "/portraits/" + UUID.randomUUID() + "/select", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thePersonsOwnPictureComesFirstAndIsKeptFromBeingThrownAway() {
        UUID episode = editor.begin(person, IDEA.replace("\"seed\"", "\"autopilot\":false,\"seed\""));
        worker.complete(requested(episode, TargetType.SCRIPT, 1).getFirst(), FilmScript.withTwo(3, 2, 30_000));
        await().atMost(LONG)
                .until(() -> editor.state(person, episode).get("characters").size() == 2);
        UUID own = UUID.randomUUID();
        for (String name : List.of("Mara", "Ben")) {
            String id = character(editor.state(person, episode), name).get("id").stringValue();
            var referred = editor.call(
                    person, "PUT", path(episode, "/character/" + id + "/reference"), "{\"asset_id\":\"" + own + "\"}");
            assertThat(referred.status()).as(referred.text()).isEqualTo(200);
        }

        assertThat(editor.call(person, "POST", path(episode, "/scenes/generate"), "{}")
                        .status())
                .isEqualTo(202);

        assertThat(requested(episode, TargetType.SHOT_KEYFRAME, 6))
                .allSatisfy(
                        request -> assertThat(request.getImage().orElseThrow().getReferenceAssetIds())
                                .containsExactly(own));
        assertThat(requested(episode, TargetType.CHARACTER_PORTRAIT, 0)).isEmpty();
    }

    @Test
    void theNextEpisodeOfASeriesTakesThePicturesOfTheLast() {
        String series = editor.call(person, "POST", "/api/v1/series", "{\"title\":\"The Keepers\"}")
                .json()
                .get("id")
                .stringValue();
        String idea = IDEA.replace("\"seed\"", "\"series_id\":\"" + series + "\",\"seed\"");
        UUID first = editor.begin(person, idea);
        finish(first);
        String likeness = character(editor.state(person, first), "Mara")
                .get("portraits")
                .get(0)
                .get("asset_id")
                .stringValue();

        UUID second = editor.begin(person, idea.replace("\"seed\":42", "\"seed\":43"));
        finish(second);

        assertThat(requested(second, TargetType.CHARACTER_PORTRAIT, 0)).isEmpty();
        assertThat(requested(second, TargetType.SHOT_KEYFRAME, 6))
                .allSatisfy(
                        request -> assertThat(request.getImage().orElseThrow().getReferenceAssetIds())
                                .containsExactly(UUID.fromString(likeness)));
        assertThat(character(editor.state(person, second), "Mara")
                        .get("reference_asset_id")
                        .stringValue())
                .isEqualTo(likeness);
    }

    @Test
    void aPersonWhoAsksForTheScenesGetsPortraitsThenKeyframes() {
        UUID episode = editor.begin(person, IDEA.replace("\"seed\"", "\"autopilot\":false,\"seed\""));
        worker.complete(requested(episode, TargetType.SCRIPT, 1).getFirst(), FilmScript.withTwo(3, 2, 30_000));
        await().atMost(LONG)
                .until(() -> editor.state(person, episode).get("characters").size() == 2);

        JsonNode asked = editor.call(person, "POST", path(episode, "/scenes/generate"), "{}")
                .json()
                .get("generations");
        assertThat(asked).hasSize(2 + 3 + 1);
        requested(episode, TargetType.CHARACTER_PORTRAIT, 2).forEach(it -> worker.complete(it, ""));

        assertThat(requested(episode, TargetType.SHOT_KEYFRAME, 6)).hasSize(6);
    }

    @Test
    void aShotGoesOnFromTheClipBeforeItAndIsStaleWhenThatChanges() {
        UUID episode = editor.begin(person, IDEA);
        finish(episode);
        var before = editor.get(person, path(episode, "/state"));
        JsonNode scene = before.json().get("scenes").get(0);
        String first = scene.get("shots").get(0).get("id").stringValue();
        String second = scene.get("shots").get(1).get("id").stringValue();

        var edited = editor.call(
                person,
                "POST",
                path(episode, "/script"),
                continued(before.json()),
                "If-Match",
                before.response().headers().firstValue("etag").orElseThrow());
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        assertThat(edited.json().get("stale").get(0).get("id").stringValue()).isEqualTo(second);
        assertThat(editor.call(
                                person,
                                "POST",
                                path(episode, "/scene/" + scene.get("id").stringValue() + "/regenerate"),
                                "{\"shot_id\":\"" + second + "\"}")
                        .status())
                .isEqualTo(202);

        GenerationRequested taken =
                requested(episode, TargetType.SHOT_KEYFRAME, 7).getLast();
        assertThat(taken.getModel()).isEqualTo("local-storyboard");
        assertThat(taken.getImage().orElseThrow().getTakenFrom()).hasValueSatisfying(frame -> {
            assertThat(frame.getAssetId())
                    .hasToString(scene.get("shots")
                            .get(0)
                            .get("takes")
                            .get(0)
                            .get("clip_asset_id")
                            .stringValue());
            assertThat(frame.getBeforeMs())
                    .isEqualTo(scene.get("shots").get(0).get("duration_ms").longValue());
        });
        worker.complete(taken, "");
        worker.complete(requested(episode, TargetType.SHOT_CLIP, 7).getLast(), "");
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(shot(episode, 1).get("stale").booleanValue()).isFalse());

        editor.call(
                person,
                "POST",
                path(episode, "/scene/" + scene.get("id").stringValue() + "/regenerate"),
                "{\"shot_id\":\"" + first + "\"}");
        worker.complete(requested(episode, TargetType.SHOT_KEYFRAME, 8).getLast(), "");
        worker.complete(requested(episode, TargetType.SHOT_CLIP, 8).getLast(), "");
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(shot(episode, 1).get("stale").booleanValue()).isTrue());
    }

    private JsonNode shot(UUID episode, int index) {
        return editor.state(person, episode).get("scenes").get(0).get("shots").get(index);
    }

    /** The script as it is, with the second shot of the first scene going on from the first. */
    private static String continued(JsonNode state) {
        var scenes = new StringBuilder();
        for (JsonNode scene : state.get("scenes")) {
            var shots = new StringBuilder();
            for (JsonNode shot : scene.get("shots")) {
                shots.append(shots.isEmpty() ? "" : ",")
                        .append(
                                "{\"id\":%s,\"description\":%s,\"framing\":%s,\"camera_move\":%s,\"people\":%s,\"duration_ms\":%s%s}"
                                        .formatted(
                                                shot.get("id"),
                                                shot.get("description"),
                                                shot.get("framing"),
                                                shot.get("camera_move"),
                                                shot.get("people"),
                                                shot.get("duration_ms"),
                                                shot.get("global_number").intValue() == 2
                                                        ? ",\"continues_previous\":true"
                                                        : ""));
            }
            var lines = new StringBuilder();
            for (JsonNode line : scene.get("lines")) {
                lines.append(lines.isEmpty() ? "" : ",")
                        .append("{\"id\":%s,\"shot_id\":%s,\"speaker\":%s,\"kind\":%s,\"text\":%s}"
                                .formatted(
                                        line.get("id"),
                                        line.get("shot_id"),
                                        line.get("speaker"),
                                        line.get("kind"),
                                        line.get("text")));
            }
            scenes.append(scenes.isEmpty() ? "" : ",")
                    .append("{\"id\":%s,\"heading\":%s,\"lines\":[%s],\"shots\":[%s]}"
                            .formatted(scene.get("id"), scene.get("heading"), lines, shots));
        }
        return "{\"scenes\":[" + scenes + "]}";
    }

    private void finish(UUID episode) {
        Set<UUID> answered = new HashSet<>();
        await().atMost(LONG).pollInterval(Duration.ofMillis(100)).until(() -> {
            worker.requests(episode).stream()
                    .filter(request -> answered.add(request.getGenerationId()))
                    .forEach(request -> worker.complete(request, FilmScript.withTwo(3, 2, 30_000)));
            return "completed".equals(editor.state(person, episode).get("state").stringValue());
        });
    }

    private static JsonNode character(JsonNode state, String name) {
        for (JsonNode character : state.get("characters")) {
            if (character.get("name").stringValue().equals(name)) {
                return character;
            }
        }
        throw new AssertionError("There is no " + name + " in " + state.get("characters"));
    }

    private static JsonNode generation(JsonNode state, GenerationRequested request) {
        for (JsonNode generation : state.get("generations")) {
            if (generation
                    .get("id")
                    .stringValue()
                    .equals(request.getGenerationId().toString())) {
                return generation;
            }
        }
        throw new AssertionError("There is no generation " + request.getGenerationId());
    }

    private static List<GenerationRequested> requested(UUID episode, TargetType type, int count) {
        return await().atMost(LONG)
                .until(
                        () -> worker.requests(episode).stream()
                                .filter(request -> request.getTarget().getType() == type)
                                .toList(),
                        requests -> requests.size() >= count);
    }

    private static String path(UUID episode, String rest) {
        return "/api/v1/editor/episode/" + episode + rest;
    }
}
