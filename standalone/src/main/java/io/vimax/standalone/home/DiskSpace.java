package io.vimax.standalone.home;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Room on the disk of an installation. A server that cannot write fails in ways of its own (Kafka ends, PostgreSQL panics, a state
 * file goes stale), so what runs is stopped while all of it is still whole.
 *
 * @param folder what a person knows the disk by
 * @param free bytes that can be written now
 */
public record DiskSpace(Path folder, LongSupplier free) {

    /** Below this an episode, its takes and the servers' logs do not fit safely. Bytes. */
    static final long LEAST_TO_START = 2L * 1024 * 1024 * 1024;

    /** More than all servers write in the seconds that an orderly end takes. Bytes. */
    static final long LEAST_TO_RUN = 256L * 1024 * 1024;

    private static final long MEGABYTE = 1024 * 1024;

    public static DiskSpace of(Home home) {
        return new DiskSpace(home.folder(), () -> home.folder().toFile().getUsableSpace());
    }

    boolean enoughToStart() {
        return free.getAsLong() >= LEAST_TO_START;
    }

    /** In words, once there is too little to go on. */
    public Optional<String> shortage() {
        long left = free.getAsLong();
        return left >= LEAST_TO_RUN
                ? Optional.empty()
                : Optional.of("The disk of " + folder + " is nearly full (" + left / MEGABYTE
                        + " MB left), so ViMax has stopped; what is finished is kept.");
    }
}
