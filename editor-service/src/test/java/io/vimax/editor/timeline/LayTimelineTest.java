package io.vimax.editor.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.editor.FilmScript;
import io.vimax.editor.id.TimeOrderedIds;
import io.vimax.editor.script.ScreenplayParser;
import io.vimax.editor.script.Script;
import io.vimax.editor.script.ScriptDraft;
import io.vimax.editor.script.Shot;
import io.vimax.editor.take.Take;
import io.vimax.editor.timeline.Timeline.Clip;
import io.vimax.editor.timeline.Timeline.Track;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayTimelineTest {

    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({"1,1,5000", "1,4,30000", "3,2,30000", "12,4,180000", "60,5,600000", "7,3,59999"})
    void comesOutAtTheAskedLengthToTheMillisecond(int scenes, int shots, long filmMs) {
        Timeline timeline = LayTimeline.of(material(scenes, shots, filmMs), 1);

        assertThat(timeline.durationMs()).isEqualTo(filmMs);
        assertThat(FilmLength.shotsFor(filmMs, scenes))
                .isEqualTo(timeline.clips(Timeline.VIDEO).stream()
                        .filter(clip -> clip.kind().equals("shot"))
                        .mapToLong(Clip::durationMs)
                        .sum());
    }

    @Test
    void dissolvesBetweenScenesAndAroundTheCardsAndCutsInside() {
        List<Clip> video = LayTimeline.of(material(2, 2, 30_000), 1).clips(Timeline.VIDEO);

        assertThat(video).extracting(Clip::kind).containsExactly("title", "shot", "shot", "shot", "shot", "end");
        assertThat(video).extracting(Clip::overlapMs).containsExactly(0L, 500L, 0L, 500L, 0L, 500L);
        assertThat(video.get(1).startMs()).isEqualTo(2_000);
    }

    @Test
    void letsVoicesNeverOverlapAndCaptionsFollowThem() {
        Timeline timeline = LayTimeline.of(material(12, 4, 180_000), 1);

        List<Clip> voices = timeline.clips(Timeline.VOICE);
        for (int i = 1; i < voices.size(); i++) {
            assertThat(voices.get(i).startMs())
                    .isGreaterThanOrEqualTo(voices.get(i - 1).endMs());
        }
        assertThat(timeline.clips(Timeline.CAPTION)).hasSizeGreaterThanOrEqualTo(voices.size());
        assertThat(voices.getLast().endMs()).isLessThanOrEqualTo(timeline.durationMs());
    }

    @Test
    void passesItsOwnRules() {
        FilmMaterial material = material(3, 2, 30_000);

        assertThat(TimelineRules.faults(LayTimeline.of(material, 1), material)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100|overlaps what stands before it by 100 ms",
                "-100|There is a gap of 100 ms",
            })
    void refusesOverlapsAndGaps(long shift, String reason) {
        assertThat(faultsAfter(clip -> clip.at(clip.startMs() - shift)))
                .anySatisfy(it -> assertThat(it).contains(reason));
    }

    @Test
    void refusesAShotThatTheScriptDoesNotHave() {
        assertThat(faultsAfter(clip -> new Clip(
                        clip.id(),
                        clip.kind(),
                        UUID.randomUUID(),
                        "Scene 9 · shot 9",
                        clip.assetId(),
                        clip.startMs(),
                        clip.durationMs(),
                        0,
                        clip.transitionIn())))
                .containsExactly("Scene 9 · shot 9 refers to no shot of the script.");
    }

    @Test
    void refusesToUseMoreThanATakeHas() {
        assertThat(faultsAfter(clip -> new Clip(
                        clip.id(),
                        clip.kind(),
                        clip.refId(),
                        clip.label(),
                        clip.assetId(),
                        clip.startMs(),
                        clip.durationMs(),
                        5_000,
                        clip.transitionIn())))
                .anySatisfy(it -> assertThat(it).contains("but its take lasts"));
    }

    /** Changes the second shot of a good timeline. */
    private List<String> faultsAfter(UnaryOperator<Clip> change) {
        FilmMaterial material = material(2, 2, 30_000);
        Timeline good = LayTimeline.of(material, 1);
        var video = new ArrayList<>(good.clips(Timeline.VIDEO));
        video.set(2, change.apply(video.get(2)));
        var tracks = new ArrayList<>(good.tracks());
        tracks.set(0, new Track(Timeline.VIDEO, video));
        return TimelineRules.faults(new Timeline(1, tracks), material);
    }

    @Test
    void closesUpAPersonsCutWhenAShotLeavesTheScript() {
        FilmMaterial material = material(2, 2, 30_000);
        Timeline cut = LayTimeline.of(material, 1);
        var first = material.script().scenes().getFirst();
        var without = new Script(List.of(
                new io.vimax.editor.script.Scene(
                        first.id(),
                        1,
                        first.heading(),
                        first.place(),
                        first.timeOfDay(),
                        first.weather(),
                        false,
                        first.mood(),
                        first.act(),
                        first.summary(),
                        List.of(first.shots().getFirst()),
                        first.lines()),
                material.script().scenes().getLast()));

        Timeline refreshed = LayTimeline.refresh(cut, new FilmMaterial("Film", without, material.takes(), false, null));

        assertThat(refreshed.clips(Timeline.VIDEO)).hasSize(5);
        assertThat(refreshed.durationMs())
                .isEqualTo(30_000 - first.shots().getLast().durationMs());
    }

    @Test
    void splitsCaptionsAtSentencesThenPausesThenWords() {
        assertThat(Captions.split("One two three. Four five six, seven eight nine ten", 24))
                .containsExactly("One two three.", "Four five six,", "seven eight nine ten");
        assertThat(Captions.split("她独自守着灯塔。雾从海上来，她没有走。", 12)).containsExactly("她独自守着灯塔。", "雾从海上来，她没有走。");
    }

    private FilmMaterial material(int scenes, int shots, long filmMs) {
        Script script = ScriptDraft.of(ScreenplayParser.parse(FilmScript.json(scenes, shots, filmMs)), 42, ids);
        Map<UUID, Take> takes = new HashMap<>();
        var filmed = new Script(script.scenes().stream()
                .map(scene -> new io.vimax.editor.script.Scene(
                        scene.id(),
                        scene.number(),
                        scene.heading(),
                        scene.place(),
                        scene.timeOfDay(),
                        scene.weather(),
                        scene.interior(),
                        scene.mood(),
                        scene.act(),
                        scene.summary(),
                        scene.shots().stream().map(shot -> filmed(shot, takes)).toList(),
                        scene.lines()))
                .toList());
        return new FilmMaterial("Film", filmed, takes, true, ids.next());
    }

    private Shot filmed(Shot shot, Map<UUID, Take> takes) {
        var take = new Take(
                ids.next(),
                shot.id(),
                1,
                ids.next(),
                ids.next(),
                ids.next(),
                shot.durationMs(),
                "hash",
                "local",
                "local",
                1,
                0,
                false,
                Instant.EPOCH);
        takes.put(take.id(), take);
        return new Shot(
                shot.id(),
                shot.number(),
                shot.description(),
                null,
                shot.framing(),
                shot.cameraMove(),
                shot.people(),
                shot.durationMs(),
                shot.seed(),
                null,
                false,
                false,
                null,
                null,
                null,
                take.id());
    }
}
