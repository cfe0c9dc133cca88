package io.vimax.worker.asset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
     * gets one is content without a name and costs only its room.
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
     * The file behind an id, for the work of its owner.
     *
     * @throws AssetException.NotFound if there is none or it is another person's
     * @throws AssetException.FileLost if the folder does not have it any more
     */
    @Transactional(readOnly = true)
    public Path getPath(UUID id, UUID ownerId) {
        return getOpened(id, ownerId).path();
    }

    /** As {@link #getPath}, with the facts. */
    OpenedAsset getOpened(UUID id, UUID ownerId) {
        Asset asset = rows.findById(id)
                .filter(found -> found.belongsTo(ownerId))
                .orElseThrow(() -> new AssetException.NotFound(id));
        Path path = store.path(asset.file().sha256());
        if (!Files.isRegularFile(path)) {
            throw new AssetException.FileLost(id);
        }
        return new OpenedAsset(path, asset.file(), asset.createdAt());
    }
}
