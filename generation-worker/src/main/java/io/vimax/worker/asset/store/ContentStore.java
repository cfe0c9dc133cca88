package io.vimax.worker.asset.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** A place for contents. All calls may be repeated and made by several workers at once. */
public interface ContentStore {

    /** A new empty file in a place from which {@link #put} is cheap. Who asked for it deletes it if it is still there at the end. */
    Path newPart() throws IOException;

    /**
     * Stores a file. When this returns the content is there and survives a crash; when it throws, nothing can be found.
     *
     * @param part from {@link #newPart}, written and synchronised; it may be gone afterwards
     * @throws StoreAway if the store cannot be reached or refuses; the part is still there then
     */
    void put(Path part, Content content) throws IOException, InterruptedException;

    /**
     * Whether the content is there.
     *
     * @throws StoreAway if that cannot be said
     */
    boolean has(Content content) throws IOException;

    /** The file with this content on this machine, if there is one already; it stays for hours. */
    Optional<Path> findLocal(Content content) throws IOException;

    /**
     * A file with this content on this machine, fetched if need be; empty if the store does not have it.
     *
     * @throws StoreAway if the store cannot be reached, or the content arrives damaged
     */
    Optional<Path> fetch(Content content) throws IOException;

    /**
     * Reads a part, from {@code first} to {@code last}, both included, without bringing the rest here; empty if the store does
     * not have it. A stream that is closed early costs no more than what was read.
     *
     * @throws StoreAway if the store cannot be reached
     */
    Optional<InputStream> open(Content content, long first, long last) throws IOException;

    /** Removes the content for good, if it is there. */
    void delete(Content content) throws IOException;
}
