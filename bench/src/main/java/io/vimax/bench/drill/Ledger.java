package io.vimax.bench.drill;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the workers wrote down themselves, a line of JSON each; the checker knows nothing else of what they did. Thread-safe. */
final class Ledger implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long EPOCH_US = System.currentTimeMillis() * 1_000;
    private static final long START_NS = System.nanoTime();

    private final BufferedWriter file;

    Ledger(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        file = Files.newBufferedWriter(path);
    }

    /** What happened to a lease. */
    enum Kind {
        /** A key was lent. */
        GRANTED,
        /** It was kept alive; expires says until when. */
        EXTENDED,
        /** Its end was told, and the answer came: accepted says which. */
        ENDED,
        /** Its end was told, and no answer ever came. */
        UNANSWERED,
        /** The worker died with it. */
        ABANDONED
    }

    /**
     * One line. Moments are microseconds since 1970.
     *
     * @param asked before the first call was sent
     * @param answered after the answer was read
     * @param expires end of the lease as it was answered, 0 where none was
     */
    record Entry(
            Kind kind,
            UUID lease,
            String service,
            String model,
            UUID scope,
            long fence,
            long asked,
            long answered,
            long expires,
            @Nullable String outcome,
            long cost,
            boolean accepted) {}

    /** Microseconds since 1970, never going back. */
    static long now() {
        return EPOCH_US + (System.nanoTime() - START_NS) / 1_000;
    }

    synchronized void write(Entry entry) {
        try {
            file.write(JSON.writeValueAsString(entry));
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Entry> read(Path path) throws IOException {
        try (Stream<String> lines = Files.lines(path)) {
            return lines.map(line -> JSON.readValue(line, Entry.class)).toList();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
