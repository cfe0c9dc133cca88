package io.vimax.editor.generation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a worker is told, one record per kind. All lengths and places in milliseconds. */
public sealed interface Work {

    /** Exactly one of idea and sourceText is set. */
    record Story(
            @Nullable String idea,
            @Nullable String sourceText,
            String sourceFormat,
            @Nullable Long filmMs,
            @Nullable Integer sceneCount,
            String language,
            String style,
            long seed)
            implements Work {}

    /** What a shot shows. */
    record Picture(
            String description,
            String place,
            String timeOfDay,
            String weather,
            boolean interior,
            String mood,
            String framing,
            String cameraMove,
            List<String> people) {}

    /** A picture that shows how a character looks. */
    record Likeness(String name, UUID assetId) {}

    /** @param likenesses no more than the model takes, the most important first */
    record Keyframe(
            String prompt,
            Picture shot,
            String style,
            int width,
            int height,
            long seed,
            long lookSeed,
            List<Likeness> likenesses)
            implements Work {}

    /** @param name of the character */
    record Portrait(
            String name, String prompt, Picture shot, String style, int width, int height, long seed, long lookSeed)
            implements Work {}

    /** The last frame of a clip before a moment of it. */
    record ClipFrame(UUID assetId, long beforeMs) {}

    /** A keyframe that nobody draws. */
    record TakenFrame(ClipFrame frame, Picture shot, int width, int height) implements Work {}

    record Clip(
            String prompt,
            Picture shot,
            UUID keyframeAssetId,
            long durationMs,
            int width,
            int height,
            int fps,
            long seed,
            List<Likeness> likenesses)
            implements Work {}

    record Speech(String text, String language, String speaker, String voice, double speed, long longestMs)
            implements Work {}

    record Music(String mood, String weather, long durationMs, long seed) implements Work {}

    record Film(
            String title,
            String logline,
            String language,
            int width,
            int height,
            int fps,
            long titleCardMs,
            long endCardMs,
            long lookSeed,
            long endTransitionMs,
            List<FilmClip> clips,
            List<FilmVoice> voices,
            @Nullable UUID musicAssetId,
            double musicGainDb,
            double duckingDb,
            List<FilmCaption> captions,
            String captionMode,
            List<FilmChapter> chapters,
            double loudnessLufs)
            implements Work {}

    record FilmClip(UUID assetId, long inMs, long durationMs, String transition, long transitionMs, String label) {}

    record FilmVoice(UUID assetId, long startMs, double gainDb) {}

    record FilmCaption(long startMs, long endMs, String speaker, String text) {}

    record FilmChapter(long startMs, String title) {}
}
