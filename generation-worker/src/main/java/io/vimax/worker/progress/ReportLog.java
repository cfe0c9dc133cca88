package io.vimax.worker.progress;

import java.util.Optional;
import java.util.UUID;

/** Where a report is noted before it is sent, so that progress never goes back, not even when another worker goes on. */
public interface ReportLog {

    /** Empty if the claim behind the report is gone or the work is over: then nothing is sent. */
    Optional<Entry> note(UUID generationId, long fence, double share);

    /**
     * What was noted.
     *
     * @param share the highest share so far
     * @param version grows with every entry
     */
    record Entry(double share, long version) {}
}
