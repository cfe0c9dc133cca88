package io.vimax.standalone.cli;

import io.vimax.standalone.home.Dist;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.home.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The supervisor runs from a copy of its jars: a build writes over the originals, and a JVM opens its classes late. */
final class OwnCopy {
    private static final String PREFIX = "supervisor-";

    private final Dist dist;
    private final Path cache;

    OwnCopy(Dist dist, Home home) {
        this.dist = dist;
        this.cache = home.cache();
    }

    /** Answers the class path. Called while no supervisor runs, so copies of earlier builds can go. */
    String classPath() throws IOException {
        Path folder = cache.resolve(PREFIX + dist.build().id().substring(0, 12));
        if (!Files.isDirectory(folder)) {
            removeOthers();
            Path next = Files.createTempDirectory(cache, PREFIX);
            for (Path jar : jars()) {
                Files.copy(jar, next.resolve(jar.getFileName()));
            }
            Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return Java.classPath(folder);
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> libraries = Files.list(dist.folder().resolve("lib"))) {
            return Stream.concat(
                            Stream.of(dist.folder().resolve("vimax.jar")),
                            libraries.filter(file -> file.toString().endsWith(".jar")))
                    .toList();
        }
    }

    private void removeOthers() throws IOException {
        try (Stream<Path> folders = Files.list(cache)) {
            for (Path old : folders.filter(
                            folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                try (Stream<Path> paths = Files.walk(old)) {
                    for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
    }
}
