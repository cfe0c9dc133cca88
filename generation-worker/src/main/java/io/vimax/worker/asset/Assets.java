package io.vimax.worker.asset;

import io.vimax.worker.asset.store.StoreAway;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that was made, with its owner. */
@Component
public class Assets {

    private final AssetStore store;
    private final AssetRows rows;
    private final Clock clock;

    Assets(AssetStore store, AssetRows rows, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Copies a file into the store; it gets an owner by {@link #add} in the transaction that makes it count. A file that never
     * gets one is content without a name and costs only its room. While the store is away this waits, as for the database: what a
     * provider was paid for is not thrown away. An interrupt ends the wait.
     */
    public StoredFile keep(Path source, ExpectedContent expected) throws InterruptedException {
        return store.keep(source, expected);
    }

    /** Gives a stored file an id and an owner, within the caller's transaction. */
    @Transactional
    public void add(UUID id, UUID ownerId, UUID generationId, StoredFile file) {
        rows.save(new Asset(id, ownerId, generationId, file, clock.instant()));
    }

    /**
     * The file behind an id, for the work of its owner; it stays on this machine for hours.
     *
     * @throws AssetException.NotFound if there is none or it is another person's
     * @throws AssetException.FileLost if the store does not have it any more
     * @throws AssetException.StoreUnreachable if it cannot be fetched now
     */
    public Path getPath(UUID id, UUID ownerId) {
        return fetch(get(id, ownerId));
    }

    /** As {@link #getPath}, for one that was looked up. */
    public Path fetch(OpenedAsset asset) {
        return found(asset, () -> store.contents().fetch(asset.content()));
    }

    /**
     * What is behind an id, before anything of it is read.
     *
     * @throws AssetException.NotFound if there is none or it is another person's
     */
    public OpenedAsset get(UUID id, UUID ownerId) {
        Asset asset = rows.findById(id)
                .filter(row -> row.belongsTo(ownerId))
                .orElseThrow(() -> new AssetException.NotFound(id));
        return new OpenedAsset(id, asset.generationId(), asset.file(), asset.createdAt());
    }

    /** The file, where it lies on this machine; no reason to bring it here. */
    Optional<Path> findLocal(OpenedAsset asset) {
        return ask(() -> store.contents().findLocal(asset.content()));
    }

    /** The bytes of a part, from wherever they are. */
    InputStream open(OpenedAsset asset, ByteRange.Part part) {
        return found(asset, () -> store.contents().open(asset.content(), part.first(), part.last()));
    }

    /** Makes sure that it could be read. */
    void requireFile(OpenedAsset asset) {
        if (!ask(() -> store.contents().has(asset.content()))) {
            throw new AssetException.FileLost(asset.id());
        }
    }

    private static <T> T found(OpenedAsset asset, Question<Optional<T>> question) {
        return ask(question).orElseThrow(() -> new AssetException.FileLost(asset.id()));
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.answer();
        } catch (StoreAway e) {
            throw unreachable(e);
        } catch (IOException e) {
            throw AssetStore.refusal(e);
        }
    }

    /** What callers are told when the store is away. */
    public static AssetException unreachable(StoreAway away) {
        return new AssetException.StoreUnreachable(away);
    }

    private interface Question<T> {
        T answer() throws IOException;
    }
}
