package io.vimax.worker.media;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the FFmpeg program comes from: named in the configuration, on the PATH, or brought along on the class path. */
final class FfmpegBinary {

    /** The static build (4.4.1, GPL, with libx264 and libass) inside {@code ws.schild:jave-nativebin-linux64}. */
    private static final String BUNDLED = "ws/schild/jave/nativebin/ffmpeg-amd64";

    private FfmpegBinary() {}

    /** An absolute path: the program is started in many folders. */
    static Path locate(@Nullable Path configured, Path cacheFolder) {
        if (configured != null) {
            if (!Files.isExecutable(configured)) {
                throw new MediaProblem.NoFfmpeg("the configured program " + configured + " cannot be run.");
            }
            return configured.toAbsolutePath();
        }
        return onPath("ffmpeg").orElseGet(() -> unpackBundled(cacheFolder));
    }

    static Optional<Path> onPath(String program) {
        var path = System.getenv().getOrDefault("PATH", "");
        for (var folder : path.split(File.pathSeparator, -1)) {
            if (folder.isBlank()) {
                continue;
            }
            var candidate = Path.of(folder, program).toAbsolutePath();
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /**
     * Copies the bundled program once. Several processes may do so at the same time: each writes its own temporary file
     * and the moves are atomic, so a program in the cache is always whole.
     */
    static Path unpackBundled(Path cacheFolder) {
        var resource = FfmpegBinary.class.getClassLoader().getResource(BUNDLED);
        if (resource == null || !runsHere()) {
            throw new MediaProblem.NoFfmpeg("install it, or name it in VIMAX_FFMPEG.");
        }
        try {
            var connection = resource.openConnection();
            var length = connection.getContentLengthLong();
            var target = cacheFolder.toAbsolutePath().resolve("ffmpeg-" + length);
            try (InputStream in = connection.getInputStream()) {
                if (Files.isExecutable(target) && Files.size(target) == length) {
                    return target;
                }
                Files.createDirectories(cacheFolder);
                var part = Files.createTempFile(cacheFolder, "ffmpeg-", ".part");
                try {
                    Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
                    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(part);
                }
                return target;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("FFmpeg could not be unpacked to " + cacheFolder, e);
        }
    }

    private static boolean runsHere() {
        var arch = System.getProperty("os.arch", "");
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
                && (arch.equals("amd64") || arch.equals("x86_64"));
    }
}
