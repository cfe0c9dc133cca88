package io.vimax.editor.generation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The unit that a generation makes: the episode's script, music or film, a shot's keyframe or clip, a line's voice, a character's portrait. */
public enum TargetType {
    SCRIPT,
    SHOT_KEYFRAME,
    SHOT_CLIP,
    LINE_VOICE,
    MUSIC,
    RENDER,
    CHARACTER_PORTRAIT;

    public GenerationKind kind() {
        return switch (this) {
            case SCRIPT -> GenerationKind.CHAT;
            case SHOT_KEYFRAME, CHARACTER_PORTRAIT -> GenerationKind.IMAGE;
            case SHOT_CLIP -> GenerationKind.VIDEO;
            case LINE_VOICE -> GenerationKind.SPEECH;
            case MUSIC -> GenerationKind.MUSIC;
            case RENDER -> GenerationKind.RENDER;
        };
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TargetType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
