package io.vimax.worker.render;

import io.vimax.worker.captions.CaptionCue;
import io.vimax.worker.captions.CaptionStyle;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the film is made of. Times are milliseconds of the film. Picture elements follow each other in order: title card,
 * clips, end card; one that dissolves in starts that much before its predecessor ends.
 */
public record RenderPlan(Frame frame, Picture picture, Sound sound, CaptionTrack captions, Metadata metadata) {

    /** Size in pixels (even) and frames per second of the film. */
    public record Frame(int width, int height, int fps) {}

    public record Picture(
            @Nullable Card title,
            List<VideoClip> clips,
            @Nullable Card end) {
        public Picture {
            clips = List.copyOf(clips);
        }
    }

    /** A still picture of any size (it is cropped to the frame) that the camera slowly moves towards. */
    public record Card(Path picture, int durationMs, Transition transitionIn) {}

    /** A part of a clip, which starts {@code inMs} into the file. The name is how people know it ("shot 3"). */
    public record VideoClip(String name, Path file, int inMs, int durationMs, Transition transitionIn) {}

    /** How an element of the picture begins. */
    public sealed interface Transition {
        record Cut() implements Transition {}

        record Dissolve(int durationMs) implements Transition {}

        static Transition cut() {
            return new Cut();
        }

        static Transition dissolve(int durationMs) {
            return new Dissolve(durationMs);
        }

        default int overlapMs() {
            return switch (this) {
                case Cut() -> 0;
                case Dissolve(var durationMs) -> durationMs;
            };
        }
    }

    /**
     * Voices, music and how loud the whole becomes. The ceiling holds for the encoded sound, between the samples too.
     *
     * @param loudnessLufs integrated loudness, -14 for films on the web
     */
    public record Sound(List<VoiceClip> voices, @Nullable Music music, double loudnessLufs, double ceilingDbtp) {
        public Sound {
            voices = List.copyOf(voices);
        }

        public Sound(List<VoiceClip> voices, @Nullable Music music) {
            this(voices, music, -14.0, -1.0);
        }
    }

    /** A recorded line. All voices together are brought to one level first; the gain comes on top. */
    public record VoiceClip(String name, Path file, long startMs, double gainDb) {}

    /**
     * Music under the whole film, repeated if it is too short. It is brought to the level of the voices first: a gain of
     * -12 dB is 12 dB below them. While somebody speaks it is {@code duckingDb} lower still (a positive number).
     */
    public record Music(Path file, double gainDb, int fadeInMs, int fadeOutMs, double duckingDb) {}

    /** Cues are burned in, written beside the film, both, or neither. */
    public record CaptionTrack(
            List<CaptionCue> cues,
            boolean burned,
            CaptionStyle style,
            @Nullable Path webVtt,
            @Nullable Path subRip) {
        public static final CaptionTrack NONE = new CaptionTrack(List.of(), false, CaptionStyle.DEFAULT, null, null);

        public CaptionTrack {
            cues = List.copyOf(cues);
        }
    }

    /** The comment says what the film is and what made it: an animatic must not pass for footage. */
    public record Metadata(String title, String comment, List<Chapter> chapters) {
        public static final String HONEST_COMMENT = "AI-generated animatic by ViMax";

        public Metadata {
            chapters = List.copyOf(chapters);
        }

        public Metadata(String title, List<Chapter> chapters) {
            this(title, HONEST_COMMENT, chapters);
        }
    }

    public record Chapter(String title, long startMs) {}

    /** Length of the film: all elements, less the overlaps of the dissolves. */
    public long durationMs() {
        return FilmTimeline.of(this).durationMs();
    }
}
