package io.vimax.standalone.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java that runs this process runs the others too. */
public final class Java {
    /**
     * For every JVM of the system. An AOT cache is refused when compact headers differ from its training, so they stand here and
     * nowhere else.
     */
    public static final List<String> COMMON_FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED");

    private Java() {}

    public static Path program() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java");
    }

    /** Every jar of a folder, in a fixed order: a cache is only good for the class path it was trained with. */
    public static String classPath(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(Path::toString)
                    .collect(Collectors.joining(java.io.File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
