package io.vimax.worker.asset.shared;

import io.vimax.worker.asset.AssetException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Copies of files that one machine wrote, for replicas on others. Each file is there whole or not at all. */
public interface SharedFiles {

    /**
     * Makes the file known to all replicas.
     *
     * @param folder a word of letters, digits and dashes
     * @param name another one
     * @throws AssetException.StoreUnreachable if that cannot be done now
     */
    void put(String folder, String name, Path file);

    /**
     * Brings a file to this machine; says whether there was one.
     *
     * @param target a file that is there already, to be written over
     * @throws AssetException.StoreUnreachable if nobody can say
     */
    boolean fetch(String folder, String name, Path target) throws IOException;

    /**
     * Deletes what the folder holds.
     *
     * @throws AssetException.StoreUnreachable if that cannot be done now
     */
    void delete(String folder);

    /**
     * Deletes every file that was put before.
     *
     * @throws AssetException.StoreUnreachable if that cannot be done now
     */
    void deleteOlderThan(Instant instant);

    /** For replicas that share a disk: what one of them wrote the others have already. */
    static SharedFiles onOneDisk() {
        return new SharedFiles() {
            @Override
            public void put(String folder, String name, Path file) {}

            @Override
            public boolean fetch(String folder, String name, Path target) {
                return false;
            }

            @Override
            public void delete(String folder) {}

            @Override
            public void deleteOlderThan(Instant instant) {}
        };
    }
}
