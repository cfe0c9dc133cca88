package io.vimax.editor.autopilot;

import io.vimax.editor.cast.Galleries;
import io.vimax.editor.episode.CastMember;
import io.vimax.editor.generation.GenerationKind;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.models.Model;
import io.vimax.editor.models.ModelCatalogue;
import io.vimax.editor.situation.EpisodeSituation;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Settles once for each character whether a portrait is made before the shots that show it, or whether one of an earlier episode
 * of the series serves: only if the image model takes pictures
 * along, for those who are most in the film, and never for somebody of whom keyframes were drawn without, because those would not
 * look like the new ones.
 */
@Component
class Casting {

    /** Extras look as the words say. */
    private static final int MOST_PORTRAITS = 12;

    private final Galleries galleries;
    private final ModelCatalogue models;

    Casting(Galleries galleries, ModelCatalogue models) {
        this.galleries = galleries;
        this.models = models;
    }

    /**
     * Settles what is not settled yet.
     *
     * @return whether anything was, so that the situation is another one
     * @throws io.vimax.editor.models.ModelsException if nothing is known of the image model now
     */
    boolean settle(EpisodeSituation situation) {
        List<CastMember> unsettled = situation.cast().unsettled();
        if (unsettled.isEmpty()) {
            return false;
        }
        var episode = situation.episode();
        Model model = models.choose(episode.userId(), episode.brief().models(), GenerationKind.IMAGE);
        List<CastMember> most =
                situation.cast().members().stream().limit(MOST_PORTRAITS).toList();
        for (CastMember member : unsettled) {
            boolean wanted = model.referencePlaces() > 0 && most.contains(member) && !wasDrawn(situation, member);
            galleries.seat(episode.id(), member.name(), wanted);
            if (wanted) {
                galleries
                        .findInSeries(
                                episode.seriesId(),
                                episode.id(),
                                episode.brief().style(),
                                member.name())
                        .ifPresent(picture -> galleries.refer(situation.cast().idOf(member), picture));
            }
        }
        return true;
    }

    private static boolean wasDrawn(EpisodeSituation situation, CastMember member) {
        return situation.script().shots().stream()
                .filter(shot -> shot.people().contains(member.name()))
                .anyMatch(shot -> shot.keyframeAssetId() != null
                        || situation.latest(TargetType.SHOT_KEYFRAME, shot.id()).isPresent());
    }
}
