package io.vimax.worker.provider;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One piece of work, complete: whoever has it needs to ask nobody. Stored as JSON, so a component may be added, never renamed. */
public sealed interface Work {

    Kind kind();

    /** Length of what is made, in milliseconds; 0 where length does not matter. Work of like length is compared for estimates. */
    long lengthMs();

    private static List<Likeness> orNone(@Nullable List<Likeness> characters) {
        return characters == null ? List.of() : List.copyOf(characters);
    }

    /** A screenplay, told from an idea or split from the person's own text; exactly one of the two is set. */
    record Chat(
            @Nullable String idea,
            @Nullable String sourceText,
            String sourceFormat,
            @Nullable Long filmDurationMs,
            @Nullable Integer sceneCount,
            String language,
            String style,
            long seed)
            implements Work {
        @Override
        public Kind kind() {
            return Kind.CHAT;
        }

        @Override
        public long lengthMs() {
            return filmDurationMs == null ? 0 : filmDurationMs;
        }
    }

    /** A picture that shows how a character looks. */
    record Likeness(String name, UUID assetId) {}

    /** The last frame of a clip before a moment of it, in milliseconds. */
    record ClipFrame(UUID assetId, long beforeMs) {}

    /**
     * The keyframe of a shot, or the portrait of a character.
     *
     * @param characters whom which of the references shows
     * @param portraitOf name of the one whose portrait it is; null for a keyframe
     * @param takenFrom the frame that the picture is; null where it is drawn
     */
    record Image(
            String prompt,
            Shot shot,
            String style,
            int width,
            int height,
            long seed,
            long lookSeed,
            List<UUID> referenceAssetIds,
            List<Likeness> characters,
            @Nullable String portraitOf,
            @Nullable ClipFrame takenFrom)
            implements Work {

        /** Work that was stored before there were characters has none. */
        public Image {
            characters = orNone(characters);
        }

        /** A keyframe that is drawn, without characters. */
        public Image(
                String prompt,
                Shot shot,
                String style,
                int width,
                int height,
                long seed,
                long lookSeed,
                List<UUID> referenceAssetIds) {
            this(prompt, shot, style, width, height, seed, lookSeed, referenceAssetIds, List.of(), null, null);
        }

        @Override
        public Kind kind() {
            return Kind.IMAGE;
        }

        @Override
        public long lengthMs() {
            return 0;
        }
    }

    /**
     * The clip of a shot; without a keyframe it is made from the words alone.
     *
     * @param characters pictures that go along beside the keyframe, the most important first
     */
    record Video(
            String prompt,
            Shot shot,
            @Nullable UUID keyframeAssetId,
            long durationMs,
            int width,
            int height,
            int frameRate,
            long seed,
            List<Likeness> characters)
            implements Work {

        /** Work that was stored before there were characters has none. */
        public Video {
            characters = orNone(characters);
        }

        /** A clip without characters. */
        public Video(
                String prompt,
                Shot shot,
                @Nullable UUID keyframeAssetId,
                long durationMs,
                int width,
                int height,
                int frameRate,
                long seed) {
            this(prompt, shot, keyframeAssetId, durationMs, width, height, frameRate, seed, List.of());
        }

        @Override
        public Kind kind() {
            return Kind.VIDEO;
        }

        @Override
        public long lengthMs() {
            return durationMs;
        }
    }

    /** A spoken line. */
    record Speech(String text, String language, String speaker, String voice, double speed, long maxDurationMs)
            implements Work {
        @Override
        public Kind kind() {
            return Kind.SPEECH;
        }

        @Override
        public long lengthMs() {
            return maxDurationMs;
        }
    }

    /** The music bed of an episode. */
    record Music(String mood, String weather, long durationMs, long seed) implements Work {
        @Override
        public Kind kind() {
            return Kind.MUSIC;
        }

        @Override
        public long lengthMs() {
            return durationMs;
        }
    }

    /** The finished film. All times in milliseconds of the film, all levels in dB. */
    record Render(
            String title,
            String logline,
            String language,
            int width,
            int height,
            int frameRate,
            long titleCardMs,
            long endCardMs,
            long lookSeed,
            long endTransitionMs,
            List<Clip> clips,
            List<Voice> voices,
            @Nullable UUID musicAssetId,
            double musicGainDb,
            double duckingDb,
            List<Caption> captions,
            String captionMode,
            List<Chapter> chapters,
            double loudnessLufs)
            implements Work {

        /** A piece of picture; the transition is the overlap with what stands before it. */
        public record Clip(
                UUID assetId, long inMs, long durationMs, String transition, long transitionMs, String label) {}

        /** A piece of sound with its place in the film. */
        public record Voice(UUID assetId, long startMs, double gainDb) {}

        /** Words with their place in the film. */
        public record Caption(long startMs, long endMs, String speaker, String text) {}

        /** A chapter mark. */
        public record Chapter(long startMs, String title) {}

        @Override
        public Kind kind() {
            return Kind.RENDER;
        }

        @Override
        public long lengthMs() {
            return titleCardMs
                    + endCardMs
                    + clips.stream().mapToLong(Clip::durationMs).sum();
        }
    }
}
