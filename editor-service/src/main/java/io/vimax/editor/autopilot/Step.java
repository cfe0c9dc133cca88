package io.vimax.editor.autopilot;

import io.vimax.editor.episode.EpisodeState;
import java.util.UUID;

/** One thing that comes next for an episode. */
public sealed interface Step {

    /** Asks the chat model for the screenplay. */
    record WriteScript() implements Step {}

    record DrawKeyframe(UUID shotId) implements Step {}

    /** Makes the clip from the keyframe that lies ready. */
    record FilmShot(UUID shotId) implements Step {}

    record SpeakLine(UUID lineId) implements Step {}

    record Compose() implements Step {}

    record LayTracks() implements Step {}

    record Move(EpisodeState to) implements Step {}

    record RenderFilm() implements Step {}
}
