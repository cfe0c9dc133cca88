package io.vimax.editor.timeline;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tracks of clips; all places and lengths in milliseconds from the beginning of the film. */
public record Timeline(int revision, List<Track> tracks) {

    public static final String VIDEO = "video";
    public static final String VOICE = "voice";
    public static final String MUSIC = "music";
    public static final String CAPTION = "caption";
    public static final String CUT = "cut";
    public static final String DISSOLVE = "dissolve";

    public record Track(
            @NotNull @Pattern(regexp = "video|voice|music|caption", message = "is one of video, voice, music, caption")
            String kind,

            @NotNull @Size(max = 3_000) List<@Valid @NotNull Clip> clips) {}

    /**
     * @param kind title, shot, end, line, music or caption
     * @param refId the shot or line that it shows; null for cards and music
     * @param inMs first used moment of the media
     */
    public record Clip(
            @NotNull @Size(min = 1, max = 100) String id,

            @NotNull
            @Pattern(
                    regexp = "title|shot|end|line|music|caption",
                    message = "is one of title, shot, end, line, music, caption")
            String kind,

            @Nullable @Schema(nullable = true) UUID refId,

            @Nullable @Schema(nullable = true) @Size(max = 2_000)
            String label,

            @Nullable @Schema(nullable = true) UUID assetId,
            @Min(0) @Max(7_200_000) long startMs,
            @Min(1) @Max(7_200_000) long durationMs,
            @Min(0) @Max(7_200_000) long inMs,
            @Nullable @Valid @Schema(nullable = true) Transition transitionIn) {

        public long endMs() {
            return startMs + durationMs;
        }

        /** Length by which it overlaps what stands before it. */
        public long overlapMs() {
            return transitionIn == null || transitionIn.kind().equals(CUT) ? 0 : transitionIn.durationMs();
        }

        Clip at(long start) {
            return new Clip(id, kind, refId, label, assetId, start, durationMs, inMs, transitionIn);
        }

        Clip showing(@Nullable UUID asset) {
            return new Clip(id, kind, refId, label, asset, startMs, durationMs, inMs, transitionIn);
        }
    }

    public record Transition(
            @NotNull @Pattern(regexp = "cut|dissolve", message = "is one of cut, dissolve")
            String kind,

            @Min(0) @Max(10_000) long durationMs) {

        static final Transition HARD = new Transition(CUT, 0);
    }

    public List<Clip> clips(String track) {
        return tracks.stream()
                .filter(candidate -> candidate.kind().equals(track))
                .flatMap(candidate -> candidate.clips().stream())
                .toList();
    }

    /** Length of the film. */
    public long durationMs() {
        return clips(VIDEO).stream().mapToLong(Clip::endMs).max().orElse(0);
    }
}
