package io.vimax.bench.drill;

import io.vimax.bench.measure.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the workers wrote down themselves, a line of JSON each; the checker knows nothing else of what they did. */
final class Ledger extends JsonLines<Ledger.Entry> {

    private static final long EPOCH_US = System.currentTimeMillis() * 1_000;
    private static final long START_NS = System.nanoTime();

    Ledger(Path path) throws IOException {
        super(path);
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

    static List<Entry> read(Path path) throws IOException {
        return read(path, Entry.class);
    }
}
