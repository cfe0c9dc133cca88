package io.vimax.keypool.intake;

import io.vimax.keypool.intake.JudgeLines.Judged;
import io.vimax.keypool.intake.JudgeLines.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a list.
 *
 * @param expiresAt until when it can be taken
 * @param lines how many entries it has
 * @param ready entries that may be taken
 * @param duplicates entries whose key is in the pool or earlier in the list
 * @param wrong entries that cannot be taken as they are
 */
record ImportReport(UUID id, Instant expiresAt, int lines, int ready, int duplicates, int wrong, List<Line> items) {

    /**
     * One entry.
     *
     * @param line where it begins, from 1
     * @param status ready, duplicate or wrong
     * @param serviceType null while the entry is wrong
     * @param key first and last characters of the secret; empty while the entry is wrong
     */
    record Line(int line, String status, @Nullable String serviceType, String key, List<LineFault> faults) {}

    static ImportReport of(UUID id, Instant expiresAt, List<Judged> judged) {
        return new ImportReport(
                id,
                expiresAt,
                judged.size(),
                count(judged, Verdict.READY),
                count(judged, Verdict.DUPLICATE),
                count(judged, Verdict.WRONG),
                judged.stream()
                        .map(line -> new Line(
                                line.draft().line(),
                                line.verdict().word(),
                                line.form() == null ? null : line.form().serviceType(),
                                JudgeLines.shown(line),
                                line.faults()))
                        .toList());
    }

    private static int count(List<Judged> judged, Verdict verdict) {
        return Math.toIntExact(
                judged.stream().filter(line -> line.verdict() == verdict).count());
    }
}
