package io.vimax.worker.render;

import io.vimax.worker.captions.SubRip;
import io.vimax.worker.captions.WebVtt;
import io.vimax.worker.media.Ffmpeg;
import io.vimax.worker.media.Loudness;
import io.vimax.worker.media.LoudnessMeter;
import io.vimax.worker.media.MediaProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Makes the film of a plan. Thread-safe; two renders at once need two work folders. */
public final class FilmRenderer {

    /** Two encoders at a time fill two cores. Measured together: 320 MB at 720p, 500 MB at 1080p. */
    private static final int PARALLEL = 2;

    static final int PARALLEL_THREADS = Runtime.getRuntime().availableProcessors() / PARALLEL;
    private static final long POLL_MS = 100;

    private final Ffmpeg ffmpeg;

    public FilmRenderer(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Renders the film. The target appears when it is whole, or not at all; so do the caption files.
     *
     * @param workDir keeps encoded pieces for the next render of the same film; it may be deleted at any other time
     * @param progress gets 0..1, never backwards, on the calling thread
     * @throws RenderProblem with a sentence that names what is wrong
     * @throws InterruptedException if this thread was interrupted; no child process is left by then
     */
    public RenderReport render(RenderPlan plan, Path workDir, Path targetMp4, DoubleConsumer progress)
            throws InterruptedException {
        refuseMissingFiles(plan);
        try (var work = WorkFolder.open(workDir)) {
            return render(plan, work, targetMp4, progress);
        } catch (IOException e) {
            throw RenderProblem.of(e);
        } catch (UncheckedIOException e) {
            throw RenderProblem.of(Objects.requireNonNull(e.getCause()));
        } catch (MediaProblem e) {
            throw RenderProblem.of(e);
        }
    }

    private RenderReport render(RenderPlan plan, WorkFolder work, Path target, DoubleConsumer progress)
            throws IOException, InterruptedException {
        var hashes = new ContentHashes();
        var video = VideoTrack.of(ffmpeg, plan, work, hashes);
        var length =
                Duration.ofNanos(video.frames() * 1_000_000_000L / plan.frame().fps());
        var soundName = "sound-" + SoundTrack.key(plan.sound(), length, hashes) + ".m4a";
        var soundReused = Files.exists(work.part(soundName));
        var encoded = video.missingPieces();

        var tally = new Tally();
        var joining = tally.step(video.frames() * Tally.JOINED_FRAME);
        var loudness = new AtomicReference<@Nullable Loudness>();
        var tasks = new ArrayList<Callable<Void>>();
        if (!soundReused) {
            var sounding = tally.step(length.toMillis() / 1000.0 * Tally.SOUND_SECOND);
            tasks.add(() -> {
                loudness.set(makeSound(plan.sound(), length, work, soundName, sounding));
                return null;
            });
        }
        tasks.addAll(video.tasks(tally));
        runAll(tasks, () -> progress.accept(tally.done()));

        var picture = join(video, work);
        var known = loudness.get();
        var measured = known == null ? new LoudnessMeter(ffmpeg).measure(work.part(soundName)) : known;
        var bytes = publish(plan, picture, work.part(soundName), length, target);
        joining.accept(1);
        progress.accept(1);

        var keep = new HashSet<>(video.parts());
        keep.add(soundName);
        work.dropAllBut(keep);
        var frame = plan.frame();
        return new RenderReport(
                length.toMillis(),
                frame.width(),
                frame.height(),
                frame.fps(),
                video.frames(),
                bytes,
                measured.integratedLufs(),
                measured.truePeakDbtp(),
                encoded,
                video.distinctPieces() - encoded,
                soundReused);
    }

    /** Pieces that do not join are damaged (a power cut, a bad disk): they must not be found by the next try. */
    private static Path join(VideoTrack video, WorkFolder work) throws IOException, InterruptedException {
        try {
            return video.join();
        } catch (RenderProblem.Failed problem) {
            work.dropAllBut(Set.of());
            throw problem;
        }
    }

    private Loudness makeSound(
            RenderPlan.Sound sound, Duration length, WorkFolder work, String name, DoubleConsumer progress)
            throws IOException, InterruptedException {
        var folder = Files.createDirectory(work.scratch().resolve("sound"));
        var file = folder.resolve("sound.m4a");
        var loudness = new SoundTrack(ffmpeg, sound, length, folder.toAbsolutePath()).write(file, progress);
        work.keep(file, name);
        progress.accept(1);
        return loudness;
    }

    /** Writes film and caption files beside their targets, then moves them; the film comes last. */
    private long publish(RenderPlan plan, Path picture, Path sound, Duration length, Path target)
            throws IOException, InterruptedException {
        var moves = new ArrayList<Move>();
        try {
            var captions = plan.captions();
            if (captions.webVtt() != null) {
                Files.writeString(part(captions.webVtt(), moves), WebVtt.write(captions.cues()));
            }
            if (captions.subRip() != null) {
                Files.writeString(part(captions.subRip(), moves), SubRip.write(captions.cues()));
            }
            var film = part(target, moves);
            FilmFile.write(ffmpeg, picture, sound, plan.metadata(), length.toMillis(), film);
            var bytes = Files.size(film);
            for (var move : moves) {
                Files.move(move.part(), move.target(), StandardCopyOption.ATOMIC_MOVE);
            }
            return bytes;
        } finally {
            for (var move : moves) {
                Files.deleteIfExists(move.part());
            }
        }
    }

    private record Move(Path part, Path target) {}

    private static Path part(Path target, List<Move> moves) throws IOException {
        var absolute = target.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        var part = absolute.resolveSibling(".render-" + UUID.randomUUID() + ".part");
        moves.add(new Move(part, absolute));
        return part;
    }

    /** Runs the tasks, a few at a time. The first failure ends the others, and returns when they have ended. */
    private static void runAll(List<Callable<Void>> tasks, Runnable whileRunning)
            throws IOException, InterruptedException {
        try (var pool = Executors.newFixedThreadPool(
                PARALLEL, Thread.ofPlatform().daemon().name("render-", 0).factory())) {
            try {
                var completion = new ExecutorCompletionService<Void>(pool);
                tasks.forEach(completion::submit);
                for (var done = 0; done < tasks.size(); ) {
                    var finished = completion.poll(POLL_MS, TimeUnit.MILLISECONDS);
                    if (finished != null) {
                        finished.get();
                        done++;
                    }
                    whileRunning.run();
                }
            } catch (ExecutionException e) {
                throw rethrown(e);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static RuntimeException rethrown(ExecutionException e) throws IOException, InterruptedException {
        return switch (e.getCause()) {
            case RuntimeException unchecked -> unchecked;
            case IOException io -> throw io;
            case InterruptedException interrupted -> throw interrupted;
            case Error error -> throw error;
            case null -> new IllegalStateException(e);
            default -> new IllegalStateException(e.getCause());
        };
    }

    private static void refuseMissingFiles(RenderPlan plan) {
        var title = plan.picture().title();
        var end = plan.picture().end();
        var music = plan.sound().music();
        if (title != null) {
            refuseMissing("the title card", title.picture());
        }
        plan.picture().clips().forEach(clip -> refuseMissing(clip.name(), clip.file()));
        if (end != null) {
            refuseMissing("the end card", end.picture());
        }
        plan.sound().voices().forEach(voice -> refuseMissing(voice.name(), voice.file()));
        if (music != null) {
            refuseMissing("the music", music.file());
        }
    }

    private static void refuseMissing(String name, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RenderProblem.InputMissing(name);
        }
    }
}
