package io.vimax.editor.autopilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.editor.autopilot.Step.DrawKeyframe;
import io.vimax.editor.autopilot.Step.FilmShot;
import io.vimax.editor.autopilot.Step.RenderFilm;
import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.GenerationState;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.situation.Guards;
import io.vimax.editor.situation.UnitStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutopilotTest {

    private final FilmByHand film = new FilmByHand();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leadsFromTheIdeaToTheFilmInWhateverOrderTheResultsCome(long seed) {
        var random = new Random(seed);
        for (int event = 0; event < 200 && film.state != EpisodeState.COMPLETED; event++) {
            goOn();
            var running = new ArrayList<>(film.underWay());
            Collections.shuffle(running, random);
            running.stream().findFirst().ifPresent(it -> film.end(it, GenerationState.READY));
        }

        assertThat(film.state).isEqualTo(EpisodeState.COMPLETED);
        assertThat(film.situation().plan().durationMs()).isEqualTo(30_000);
        // Script, six keyframes and clips, three voices, music, film: each exactly once.
        assertThat(film.generations).hasSize(1 + 6 + 6 + 3 + 1 + 1);
        assertThat(Autopilot.decide(film.situation())).isEmpty();
    }

    @Test
    void decidesNothingTwice() {
        goOn();

        assertThat(Autopilot.decide(film.situation())).isEmpty();
        assertThat(Autopilot.decide(film.situation())).isEmpty();
    }

    @Test
    void leavesTheRestGoingWhenOneShotFailsAndWaitsForThePerson() {
        toScenes();
        Generation unlucky = keyframes().getFirst();
        film.end(unlucky, GenerationState.FAILED);
        finishEverything();

        assertThat(film.state).isEqualTo(EpisodeState.SCENE_GENERATION);
        assertThat(film.takes).hasSize(5);
        assertThat(Autopilot.decide(film.situation())).isEmpty();
        assertThat(Autopilot.resume(film.situation()))
                .contains(new DrawKeyframe(unlucky.target().id()));

        film.take(Autopilot.resume(film.situation()));
        finishEverything();
        assertThat(film.state).isEqualTo(EpisodeState.COMPLETED);
    }

    @Test
    void waitsAtAShotThatMayHaveBeenSentWhateverThePersonClicksUntilSheDecides() {
        toScenes();
        Generation unknown = keyframes().getFirst();
        var shot = unknown.target().id();
        film.end(unknown, GenerationState.AMBIGUOUS);
        finishEverything();

        assertThat(film.takes).hasSize(5);
        assertThat(Autopilot.decide(film.situation())).isEmpty();
        assertThat(Autopilot.resume(film.situation())).isEmpty();
        assertThat(Autopilot.scenes(film.situation(), false)).isEmpty();
        assertThat(Guards.against(film.situation(), EpisodeState.TIMELINE_EDITING))
                .singleElement()
                .asString()
                .contains("waits for your decision", "Send it again or give it up");
        film.changeShot(shot, it -> FilmByHand.described(it, "Other words"));
        assertThat(Autopilot.decide(film.situation())).as("other words").isEmpty();

        film.take(List.of(Autopilot.remake(TargetType.SHOT_KEYFRAME, shot)));
        finishEverything();
        assertThat(film.state).isEqualTo(EpisodeState.COMPLETED);
    }

    @Test
    void goesOnLikeAfterAnyFailureWhenThePersonGivesUp() {
        toScenes();
        Generation unknown = keyframes().getFirst();
        film.end(unknown, GenerationState.AMBIGUOUS);
        finishEverything();
        film.giveUp(unknown);

        assertThat(Autopilot.decide(film.situation())).isEmpty();
        assertThat(Autopilot.resume(film.situation()))
                .containsExactly(new DrawKeyframe(unknown.target().id()));
    }

    @Test
    void makesNoFilmOfAnOlderTakeWhileANewOneMayBeOnItsWay() {
        toScenes();
        finishEverything();
        film.state = EpisodeState.SCENE_GENERATION;
        film.render = null;
        var shot = film.script.shots().getFirst().id();
        film.take(List.of(new FilmShot(shot)));
        film.end(film.underWay().getFirst(), GenerationState.AMBIGUOUS);

        assertThat(Guards.against(film.situation(), EpisodeState.TIMELINE_EDITING))
                .as("a person may go on with the older take")
                .isEmpty();
        assertThat(Autopilot.decide(film.situation())).isEmpty();

        film.giveUp(film.generations.getLast());
        finishEverything();
        assertThat(film.state).isEqualTo(EpisodeState.COMPLETED);
    }

    @Test
    void standsStillWhilePaused() {
        film.paused = true;

        assertThat(Autopilot.decide(film.situation())).isEmpty();
    }

    @Test
    void asksAgainForWhatWasCancelledOnlyWhenThePersonSaysSo() {
        toScenes();
        film.underWay().forEach(it -> film.end(it, GenerationState.CANCELLED));

        assertThat(Autopilot.decide(film.situation())).isEmpty();
        assertThat(Autopilot.resume(film.situation())).hasSize(6 + 3 + 1);
    }

    @Test
    void letsAClipFollowItsKeyframeAlsoWithoutAutopilot() {
        toScenes();
        film.autopilot = false;
        Generation keyframe = keyframes().getFirst();
        film.end(keyframe, GenerationState.READY);

        assertThat(Autopilot.decide(film.situation()))
                .containsExactly(new FilmShot(keyframe.target().id()));
        goOn();
        assertThat(Autopilot.decide(film.situation())).isEmpty();
    }

    @Test
    void keepsAStaleTakeInUseUntilThePersonWantsItFresh() {
        toScenes();
        finishEverything();
        var shot = film.script.shots().getFirst();
        film.changeShot(shot.id(), it -> FilmByHand.described(it, "Something else entirely"));
        film.state = EpisodeState.SCENE_GENERATION;

        var scene = film.script.scenes().getFirst();
        assertThat(film.situation().clipStatus(scene, film.script.shots().getFirst()))
                .isEqualTo(UnitStatus.STALE);
        assertThat(Autopilot.scenes(film.situation(), true)).isEmpty();
        assertThat(Autopilot.scenes(film.situation(), false)).containsExactly(new DrawKeyframe(shot.id()));
    }

    @Test
    void rendersAgainWhenTheFilmIsOfAnEarlierCut() {
        toScenes();
        finishEverything();
        film.state = EpisodeState.AUDIO_CUSTOMIZATION;
        film.audio =
                new io.vimax.editor.episode.AudioMix(film.audio.voice(), film.audio.music(), 15, film.audio.captions());

        assertThat(Autopilot.decide(film.situation())).containsExactly(new RenderFilm());
        goOn();
        film.underWay().forEach(it -> film.end(it, GenerationState.FAILED));
        assertThat(Autopilot.decide(film.situation())).isEmpty();
        assertThat(Autopilot.resume(film.situation())).containsExactly(new RenderFilm());
    }

    @Test
    void asksForTheScriptOnceAndForNothingElseWithoutAutopilotUntilThePersonDoes() {
        film.autopilot = false;

        assertThat(Autopilot.decide(film.situation())).containsExactly(new Step.WriteScript());
        goOn();
        film.end(film.underWay().getFirst(), GenerationState.FAILED);
        assertThat(Autopilot.decide(film.situation())).isEmpty();
        assertThat(Autopilot.resume(film.situation())).containsExactly(new Step.WriteScript());
    }

    private void toScenes() {
        goOn();
        film.end(film.underWay().getFirst(), GenerationState.READY);
        goOn();
        assertThat(film.state).isEqualTo(EpisodeState.SCENE_GENERATION);
    }

    private List<Generation> keyframes() {
        return film.underWay().stream()
                .filter(it -> it.target().type() == TargetType.SHOT_KEYFRAME)
                .toList();
    }

    private void finishEverything() {
        for (int round = 0; round < 200; round++) {
            goOn();
            if (film.underWay().isEmpty()) {
                return;
            }
            film.end(film.underWay().getFirst(), GenerationState.READY);
        }
    }

    private void goOn() {
        for (int round = 0; round < 12; round++) {
            List<Step> steps = Autopilot.decide(film.situation());
            if (steps.isEmpty()) {
                return;
            }
            film.take(steps);
        }
        throw new AssertionError("It goes round in circles");
    }
}
