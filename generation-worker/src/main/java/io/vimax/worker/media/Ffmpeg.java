package io.vimax.worker.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs FFmpeg as a child process: arguments as a list, no shell, progress measured by FFmpeg itself, and an interrupt of
 * the calling thread ends the child before the call returns. Thread-safe.
 */
public final class Ffmpeg {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();
    private static final long POLL_MS = 100;

    static {
        // A stopped worker must not leave encoders behind that eat the machine and write into a dead folder.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly), "ffmpeg-shutdown"));
    }

    private final Path program;
    private final @Nullable Path probeProgram;

    private Ffmpeg(Path program, @Nullable Path probeProgram) {
        this.program = program;
        this.probeProgram = probeProgram;
    }

    /**
     * Finds FFmpeg: {@code configured} (VIMAX_FFMPEG), else on the PATH, else the bundled program, which is copied once to
     * {@code cacheFolder}.
     *
     * @throws MediaProblem.NoFfmpeg if none of them can be run here
     */
    public static Ffmpeg locate(@Nullable Path configured, @Nullable Path configuredProbe, Path cacheFolder) {
        var program = FfmpegBinary.locate(configured, cacheFolder);
        var probe = configuredProbe != null
                ? configuredProbe
                : FfmpegBinary.onPath("ffprobe").orElse(null);
        return new Ffmpeg(program, probe);
    }

    /** As {@link #locate(Path, Path, Path)}, with VIMAX_FFMPEG and VIMAX_FFPROBE from the environment. */
    public static Ffmpeg locate(Path cacheFolder) {
        return locate(fromEnvironment("VIMAX_FFMPEG"), fromEnvironment("VIMAX_FFPROBE"), cacheFolder);
    }

    public Path program() {
        return program;
    }

    /** The ffprobe program, which the bundled build does not have. */
    public Optional<Path> probeProgram() {
        return Optional.ofNullable(probeProgram);
    }

    /** Runs FFmpeg quietly in the folder of this process. */
    public FfmpegRun run(List<String> arguments) throws InterruptedException {
        return run(arguments, null, Duration.ZERO, _ -> {});
    }

    /**
     * Runs FFmpeg to its end.
     *
     * @param arguments inputs, filters and outputs; the general options (no prompt, overwrite, progress) are added here
     * @param folder where relative names in the arguments are looked up; null is the folder of this process
     * @param expected length of the output, the measure of the progress; zero if it is not known
     * @param progress gets 0..1, never backwards, on the calling thread
     * @throws MediaProblem if FFmpeg could not do it
     * @throws InterruptedException if this thread was interrupted; the child has ended by then
     */
    public FfmpegRun run(List<String> arguments, @Nullable Path folder, Duration expected, DoubleConsumer progress)
            throws InterruptedException {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(List.of("-hide_banner", "-nostdin", "-nostats", "-y", "-progress", "pipe:1"));
        command.addAll(arguments);

        var report = new ProgressReport();
        var log = new LogTail();
        var exit = execute(command, folder, report::accept, log, () -> progress.accept(report.share(expected)));
        if (exit != 0 || log.diskFull()) {
            throw log.problem();
        }
        return new FfmpegRun(report.frames(), report.outTime(), log.lines());
    }

    /** Runs a probe whose exit code means nothing, and returns the lines it printed. */
    List<String> inspect(Path tool, List<String> arguments) throws InterruptedException {
        var command = new ArrayList<String>();
        command.add(tool.toString());
        command.addAll(arguments);

        var out = new LogTail();
        execute(command, null, out::accept, out, () -> {});
        return out.lines();
    }

    private static int execute(
            List<String> command, @Nullable Path folder, LineConsumer stdout, LogTail stderr, Runnable whileRunning)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before FFmpeg was started");
        }
        var builder = new ProcessBuilder(command);
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("FFmpeg could not be started", e);
        }
        RUNNING.add(process);
        try {
            process.getOutputStream().close();
            var readers = List.of(
                    LineConsumer.drain(process.inputReader(), stdout),
                    LineConsumer.drain(process.errorReader(), stderr::accept));
            while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
                whileRunning.run();
            }
            for (var reader : readers) {
                reader.join();
            }
            whileRunning.run();
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException("FFmpeg's input could not be closed", e);
        } finally {
            end(process);
            RUNNING.remove(process);
        }
    }

    /** Ends the child and waits for it, whatever this thread is told meanwhile: its files are deleted next. */
    private static void end(Process process) {
        var interrupted = false;
        process.destroyForcibly();
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable Path fromEnvironment(String name) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? null : Path.of(value);
    }
}
