package io.vimax.worker.render;

import io.vimax.worker.media.Ffmpeg;
import io.vimax.worker.media.MediaProblem;
import io.vimax.worker.render.FilmTimeline.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;

/** The picture of one film: which pieces are missing, how each is made, and how they become one file. */
final class VideoTrack {

    /** Changes whenever {@link #join} does, so that a film joined otherwise is not found again. */
    private static final String RECIPE = "2\n";

    private final Ffmpeg ffmpeg;
    private final WorkFolder work;
    private final PieceEncoder encoder;
    private final FilmTimeline timeline;
    private final int fps;
    private final List<String> order;
    private final Map<String, Piece> missing = new LinkedHashMap<>();

    private VideoTrack(
            Ffmpeg ffmpeg, WorkFolder work, PieceEncoder encoder, FilmTimeline timeline, int fps, List<String> order) {
        this.ffmpeg = ffmpeg;
        this.work = work;
        this.encoder = encoder;
        this.timeline = timeline;
        this.fps = fps;
        this.order = order;
    }

    static VideoTrack of(Ffmpeg ffmpeg, RenderPlan plan, WorkFolder work, ContentHashes hashes)
            throws IOException, InterruptedException {
        var timeline = FilmTimeline.of(plan);
        var encoder = new PieceEncoder(ffmpeg, plan, Math.max(1, FilmRenderer.PARALLEL_THREADS));
        var order = new ArrayList<String>();
        var track = new VideoTrack(ffmpeg, work, encoder, timeline, plan.frame().fps(), order);
        for (var piece : timeline.pieces()) {
            var name = "piece-" + encoder.key(piece, hashes) + ".mp4";
            order.add(name);
            if (!Files.exists(work.part(name))) {
                track.missing.put(name, piece);
            }
        }
        return track;
    }

    String fileName() {
        return "video-" + ContentHashes.ofText(RECIPE + String.join("\n", order)) + ".mp4";
    }

    boolean finished() {
        return Files.exists(work.part(fileName()));
    }

    Set<String> parts() {
        var names = new LinkedHashSet<>(order);
        names.add(fileName());
        return names;
    }

    int missingPieces() {
        return finished() ? 0 : missing.size();
    }

    int distinctPieces() {
        return Set.copyOf(order).size();
    }

    /** One task for each piece that is not there yet; they may run in any order and at the same time. */
    List<Callable<Void>> tasks(Tally tally) {
        if (finished()) {
            return List.of();
        }
        var tasks = new ArrayList<Callable<Void>>();
        missing.forEach((name, piece) -> {
            var progress = tally.step(piece.frames());
            tasks.add(() -> {
                encode(name, piece, progress);
                return null;
            });
        });
        return tasks;
    }

    private void encode(String name, Piece piece, DoubleConsumer progress) throws IOException, InterruptedException {
        var folder = Files.createDirectory(work.scratch().resolve(name + ".d"));
        var file = folder.resolve("piece.mp4").toAbsolutePath();
        encoder.encode(piece, folder, file, progress);
        work.keep(file, name);
        progress.accept(1);
    }

    /**
     * Joins the pieces without encoding. A time base of one frame puts every picture exactly on the grid, whatever the
     * pieces' own times were rounded to.
     */
    Path join() throws IOException, InterruptedException {
        if (finished()) {
            return work.part(fileName());
        }
        Files.writeString(work.scratch().resolve("pieces.ffconcat"), list());
        try {
            var run = ffmpeg.run(
                    List.of(
                            "-v",
                            "warning",
                            "-f",
                            "concat",
                            "-safe",
                            "0",
                            "-i",
                            "pieces.ffconcat",
                            "-map",
                            "0:v:0",
                            "-c",
                            "copy",
                            "-video_track_timescale",
                            Integer.toString(fps),
                            "-f",
                            "mp4",
                            "video.mp4"),
                    work.scratch(),
                    Duration.ZERO,
                    _ -> {});
            if (run.frames() != timeline.frames()) {
                throw new RenderProblem.Failed(
                        "the joined picture has " + run.frames() + " frames instead of " + timeline.frames() + ".");
            }
        } catch (MediaProblem problem) {
            throw RenderProblem.of(problem);
        }
        return work.keep(work.scratch().resolve("video.mp4"), fileName());
    }

    /**
     * The list of pieces for FFmpeg. Lengths stand in it because a file gives its own in whole milliseconds, which adds up
     * to a lost frame over a few dozen pieces; these are differences of exact times, so they never do.
     */
    private String list() {
        var list = new StringBuilder("ffconcat version 1.0\n");
        for (var i = 0; i < order.size(); i++) {
            var piece = timeline.pieces().get(i);
            var start = microseconds(piece.startFrame());
            var end = microseconds(piece.startFrame() + piece.frames());
            list.append("file ../").append(order.get(i)).append('\n');
            list.append("duration ").append(end - start).append("us\n");
        }
        return list.toString();
    }

    private long microseconds(long frame) {
        return Math.round(frame * 1_000_000.0 / fps);
    }

    long frames() {
        return timeline.frames();
    }
}
