package io.vimax.editor.autopilot;

import io.vimax.editor.episode.EpisodeState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that comes next for an episode. */
public sealed interface Step {

    /** Asks the chat model for the screenplay. */
    record WriteScript() implements Step {}

    /** Settles who of the cast gets a portrait. */
    record CastPeople() implements Step {}

    /** @param seed null for the usual one */
    record DrawPortrait(UUID characterId, @Nullable Long seed) implements Step {}

    /** Writes down that a shot is asked for and waits for what it is made from. */
    record KeepWaiting(UUID shotId) implements Step {}

    /** Draws it, or takes it out of the clip of the shot before. */
    record DrawKeyframe(UUID shotId) implements Step {}

    /** Makes the clip from the keyframe that lies ready. */
    record FilmShot(UUID shotId) implements Step {}

    record SpeakLine(UUID lineId) implements Step {}

    record Compose() implements Step {}

    record LayTracks() implements Step {}

    record Move(EpisodeState to) implements Step {}

    record RenderFilm() implements Step {}
}
