package io.vimax.editor.checkpoint;

import io.vimax.editor.episode.AudioMix;
import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.script.Script;
import io.vimax.editor.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A snapshot of an episode at a stage. */
public record Checkpoint(
        UUID id, EpisodeState stage, String movedBy, long version, Instant createdAt, Snapshot snapshot) {

    /**
     * What comes back when it is restored. Results are not in it: they lie in their own rows and are never removed.
     *
     * @param tracks a person's cut, or null when the timeline followed script and takes
     */
    public record Snapshot(
            String title,
            EpisodeState state,
            Script script,
            boolean timelineLaid,
            @Nullable List<Timeline.Track> tracks,
            AudioMix audio) {}
}
