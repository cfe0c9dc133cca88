package io.vimax.editor.episode;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an episode stands. Stored by its word: a state may be added, never renamed. */
public enum EpisodeState {
    /** The script is being written or read over; nothing is drawn yet. */
    SCRIPT_REVIEW,
    /** Keyframes, clips and voices are being made. */
    SCENE_GENERATION,
    /** Every shot has a selected take; the person may cut. */
    TIMELINE_EDITING,
    /** A timeline stands; voices, music and captions are mixed and the film is rendered. */
    AUDIO_CUSTOMIZATION,
    /** A film of what is selected lies ready. Changes lead back to an earlier state. */
    COMPLETED;

    /** Where it can go: one step on, or back to anything earlier. */
    public Set<EpisodeState> next() {
        return switch (this) {
            case SCRIPT_REVIEW -> EnumSet.of(SCENE_GENERATION);
            case SCENE_GENERATION -> EnumSet.of(SCRIPT_REVIEW, TIMELINE_EDITING);
            case TIMELINE_EDITING -> EnumSet.of(SCRIPT_REVIEW, SCENE_GENERATION, AUDIO_CUSTOMIZATION);
            case AUDIO_CUSTOMIZATION -> EnumSet.of(SCRIPT_REVIEW, SCENE_GENERATION, TIMELINE_EDITING, COMPLETED);
            case COMPLETED -> EnumSet.of(SCRIPT_REVIEW, SCENE_GENERATION, TIMELINE_EDITING, AUDIO_CUSTOMIZATION);
        };
    }

    public boolean isBefore(EpisodeState other) {
        return ordinal() < other.ordinal();
    }

    /** Words for people. */
    public String label() {
        return word().replace('_', ' ');
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no state has this word */
    @JsonCreator
    public static EpisodeState of(String word) {
        for (EpisodeState state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("There is no state " + word);
    }
}
