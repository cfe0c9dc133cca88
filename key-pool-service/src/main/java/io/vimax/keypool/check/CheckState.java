package io.vimax.keypool.check;

import io.vimax.keypool.key.KeyRing.Verdict;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a check stands. Stored by its word. */
enum CheckState {
    /** Waits for a worker. */
    PENDING,
    /** A worker asks the provider. */
    RUNNING,
    /** The provider knows the key. */
    PASSED,
    /** The provider refused the key. */
    FAILED,
    /** No usable answer: the address is wrong, or the provider is away. */
    UNREACHABLE,
    /** No worker answered in time. */
    EXPIRED,
    /** A person stopped it before a worker took it. */
    CANCELLED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that a worker may report under this word. */
    static Optional<CheckState> reported(String word) {
        return Arrays.stream(values())
                .filter(state -> switch (state) {
                    case PASSED, FAILED, UNREACHABLE -> state.word().equals(word);
                    case PENDING, RUNNING, EXPIRED, CANCELLED -> false;
                })
                .findFirst();
    }

    /** What an ended check says of the key. */
    Verdict verdict() {
        return switch (this) {
            case PASSED -> Verdict.PASSED;
            case FAILED -> Verdict.REFUSED;
            case PENDING, RUNNING, UNREACHABLE, EXPIRED, CANCELLED -> Verdict.UNKNOWN;
        };
    }
}
