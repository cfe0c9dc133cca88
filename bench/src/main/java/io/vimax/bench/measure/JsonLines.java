package io.vimax.bench.measure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A file that a drill writes while it runs and a checker reads afterwards: a line of JSON for each entry. Thread-safe. */
public abstract class JsonLines<E> implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BufferedWriter file;

    /** Begins the file anew. */
    protected JsonLines(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        file = Files.newBufferedWriter(path);
    }

    public final synchronized void write(E entry) {
        try {
            file.write(JSON.writeValueAsString(entry));
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static <E> List<E> read(Path path, Class<E> type) throws IOException {
        try (Stream<String> lines = Files.lines(path)) {
            return lines.map(line -> JSON.readValue(line, type)).toList();
        }
    }

    @Override
    public final synchronized void close() throws IOException {
        file.close();
    }
}
