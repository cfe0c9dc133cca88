package io.vimax.worker.render;

import io.vimax.worker.captions.AdvancedSubStation;
import io.vimax.worker.captions.CaptionCue;
import io.vimax.worker.media.Ffmpeg;
import io.vimax.worker.media.MediaProbe;
import io.vimax.worker.media.MediaProblem;
import io.vimax.worker.render.FilmTimeline.Excerpt;
import io.vimax.worker.render.FilmTimeline.Piece;
import io.vimax.worker.render.FilmTimeline.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;

/**
 * Encodes one piece of the picture. All pieces get the same parameter sets ({@code stitchable} keeps x264 from adapting
 * them to the content), start with a key frame and have exactly their number of frames: so they join without encoding.
 */
final class PieceEncoder {

    /** Part of every key: a change of the settings or filters below must not find old pieces. */
    private static final String RECIPE = "3";

    private final Ffmpeg ffmpeg;
    private final RenderPlan plan;
    private final PieceFilters filters;
    private final int threads;

    PieceEncoder(Ffmpeg ffmpeg, RenderPlan plan, int threads) {
        this.ffmpeg = ffmpeg;
        this.plan = plan;
        this.filters = new PieceFilters(plan.frame());
        this.threads = threads;
    }

    /** Names the piece by all that shapes it: recipe, frame, contents of the files, filters and captions. */
    String key(Piece piece, ContentHashes hashes) throws IOException, InterruptedException {
        var text = new StringBuilder(RECIPE).append('\n').append(plan.frame()).append('\n');
        for (var excerpt : piece.excerpts()) {
            text.append(hashes.of(excerpt.source().file()))
                    .append(' ')
                    .append(PieceFilters.seekFrame(excerpt))
                    .append('\n');
        }
        text.append(filters(piece)).append('\n').append(captions(piece));
        return ContentHashes.ofText(text.toString());
    }

    void encode(Piece piece, Path folder, Path target, DoubleConsumer progress)
            throws IOException, InterruptedException {
        var captions = captions(piece);
        if (!captions.isEmpty()) {
            Files.writeString(folder.resolve("captions.ass"), captions);
        }
        var fonts = plan.captions().style().fontFolder();
        if (fonts != null && !captions.isEmpty()) {
            Files.createSymbolicLink(folder.resolve("fonts"), fonts.toAbsolutePath());
        }
        var arguments = new ArrayList<>(List.of("-v", "warning"));
        for (var i = 0; i < piece.excerpts().size(); i++) {
            arguments.addAll(input(piece.excerpts().get(i), folder, i));
        }
        arguments.addAll(List.of("-filter_complex_threads", Integer.toString(threads)));
        arguments.addAll(List.of("-filter_complex", filters(piece), "-map", "[out]", "-an", "-sn"));
        arguments.addAll(encoding());
        arguments.addAll(List.of("-frames:v", Integer.toString(piece.frames()), "-f", "mp4", target.toString()));
        var expected = Duration.ofNanos(piece.frames() * 1_000_000_000L / fps());
        try {
            var run = ffmpeg.run(arguments, folder, expected, progress);
            if (run.frames() != piece.frames()) {
                throw tooShort(piece, run.frames());
            }
        } catch (MediaProblem problem) {
            throw explained(piece, problem);
        }
    }

    /** High profile, 4:2:0, BT.709. At 720p `veryfast` costs as much time as `superfast`, for half the bytes. */
    private List<String> encoding() {
        return List.of(
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "20",
                "-profile:v",
                "high",
                "-pix_fmt",
                "yuv420p",
                "-x264-params",
                "stitchable=1:keyint=" + 2 * fps(),
                "-threads",
                Integer.toString(threads),
                "-color_primaries",
                "bt709",
                "-color_trc",
                "bt709",
                "-colorspace",
                "bt709",
                "-color_range",
                "tv",
                "-video_track_timescale",
                Integer.toString(fps() * 1000));
    }

    private List<String> input(Excerpt excerpt, Path folder, int index) throws IOException {
        return switch (excerpt.source()) {
            case Source.Clip clip ->
                List.of(
                        "-threads",
                        Integer.toString(threads),
                        "-ss",
                        decimal((double) PieceFilters.seekFrame(excerpt) / fps()),
                        "-i",
                        clip.file().toAbsolutePath().toString());
            case Source.Still still -> {
                // A plain name, because a percent sign in a picture's name is a pattern to FFmpeg.
                var link = folder.resolve("still-" + index + ".picture");
                Files.createSymbolicLink(link, still.file().toAbsolutePath());
                yield List.of(
                        "-f",
                        "image2",
                        "-framerate",
                        Integer.toString(fps()),
                        "-i",
                        link.getFileName().toString());
            }
        };
    }

    private String filters(Piece piece) {
        var burn = captions(piece).isEmpty()
                ? "null"
                : plan.captions().style().fontFolder() == null
                        ? "ass=f=captions.ass"
                        : "ass=f=captions.ass:fontsdir=fonts";
        return filters.graph(piece, burn);
    }

    /** The burned-in captions of this piece, on the piece's own clock; empty if there are none. */
    private String captions(Piece piece) {
        if (!plan.captions().burned()) {
            return "";
        }
        var startMs = piece.startFrame() * 1000 / fps();
        var endMs = (piece.startFrame() + piece.frames()) * 1000 / fps();
        var cues = plan.captions().cues().stream()
                .filter(cue -> cue.startMs() < endMs && cue.endMs() > startMs)
                .map(cue -> new CaptionCue(
                        Math.max(0, cue.startMs() - startMs), cue.endMs() - startMs, cue.lines(), cue.speaker()))
                .toList();
        return cues.isEmpty()
                ? ""
                : AdvancedSubStation.write(
                        cues,
                        plan.frame().width(),
                        plan.frame().height(),
                        plan.captions().style());
    }

    private RenderProblem explained(Piece piece, MediaProblem problem) throws InterruptedException {
        if (problem instanceof MediaProblem.DiskFull) {
            return RenderProblem.of(problem);
        }
        var probe = new MediaProbe(ffmpeg);
        for (var excerpt : piece.excerpts()) {
            try {
                if (!probe.probe(excerpt.source().file()).hasVideo()) {
                    return new RenderProblem.InputBroken(excerpt.source().name(), problem);
                }
            } catch (MediaProblem unreadable) {
                return new RenderProblem.InputBroken(excerpt.source().name(), unreadable);
            }
        }
        return RenderProblem.of(problem);
    }

    private RenderProblem tooShort(Piece piece, long got) throws InterruptedException {
        var probe = new MediaProbe(ffmpeg);
        for (var excerpt : piece.excerpts()) {
            if (excerpt.source() instanceof Source.Clip(var name, var file, var inFrame)) {
                var needed = inFrame + excerpt.firstFrame() + excerpt.frames();
                var facts = probe.probe(file);
                var actualMs =
                        facts.fps() > 0 ? Math.round(probe.frames(file) * 1000 / facts.fps()) : facts.durationMs();
                if (actualMs * fps() < (needed - PieceFilters.HELD_FRAMES) * 1000) {
                    return new RenderProblem.ClipTooShort(name, needed * 1000 / fps(), actualMs);
                }
            }
        }
        var names = String.join(
                ", ", piece.excerpts().stream().map(it -> it.source().name()).toList());
        return new RenderProblem.Failed(
                names + " gave " + got + " pictures instead of " + piece.frames() + "; the file may be damaged.");
    }

    private int fps() {
        return plan.frame().fps();
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
