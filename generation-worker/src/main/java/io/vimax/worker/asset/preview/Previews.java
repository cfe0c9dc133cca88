package io.vimax.worker.asset.preview;

import io.vimax.worker.asset.Assets;
import io.vimax.worker.asset.OpenedAsset;
import io.vimax.worker.asset.store.StoreAway;
import io.vimax.worker.media.MediaProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds previews, and has those made that are not there yet: each by one replica, while the others wait for it. */
@Component
class Previews {

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

    /** Longer than a film of an hour takes; after it another replica tries. */
    private static final Duration LONGEST_MAKING = Duration.ofMinutes(3);

    private static final Duration POLL = Duration.ofMillis(100);

    /** What a browser waits for without looking broken. */
    private static final int MOST_POLLS = 200;

    private final Assets assets;
    private final PreviewRows rows;
    private final PreviewMaker maker;

    Previews(Assets assets, PreviewRows rows, PreviewMaker maker) {
        this.assets = assets;
        this.rows = rows;
        this.maker = maker;
    }

    /**
     * The preview of an asset, made now if need be.
     *
     * @throws PreviewException if there is none, or none in time
     */
    Preview get(OpenedAsset asset, PreviewKind kind) throws InterruptedException {
        if (!kind.suits(asset.file().mediaType())) {
            throw new PreviewException.NoSuchPreview(kind);
        }
        String sha256 = asset.file().sha256();
        for (int poll = 0; poll < MOST_POLLS; poll++) {
            Optional<PreviewRows.Standing> standing = rows.find(sha256, kind);
            if (standing.isPresent()) {
                switch (standing.get()) {
                    case PreviewRows.Standing.Ready(Preview preview) -> {
                        return preview;
                    }
                    case PreviewRows.Standing.Impossible _ -> throw new PreviewException.NoSuchPreview(kind);
                    case PreviewRows.Standing.InTheMaking _ -> {}
                }
            }
            if (rows.claim(sha256, kind, LONGEST_MAKING)) {
                return make(asset, kind);
            }
            Thread.sleep(POLL);
        }
        throw new PreviewException.NotYet(kind);
    }

    /** The store has lost it; the next who asks gets another. */
    void forget(OpenedAsset asset, PreviewKind kind, Preview lost) {
        rows.forget(asset.file().sha256(), kind, lost);
    }

    private Preview make(OpenedAsset asset, PreviewKind kind) throws InterruptedException {
        String sha256 = asset.file().sha256();
        boolean settled = false;
        try {
            Path media = assets.fetch(asset);
            Preview preview = maker.make(kind, media);
            rows.ready(sha256, kind, preview);
            settled = true;
            return preview;
        } catch (PreviewException.NoSuchPreview e) {
            rows.impossible(sha256, kind);
            settled = true;
            throw e;
        } catch (MediaProblem.DiskFull e) {
            throw new PreviewException.NoRoom();
        } catch (MediaProblem e) {
            LOG.info("There is no {} of {}: {}", kind, sha256, e.getMessage());
            rows.impossible(sha256, kind);
            settled = true;
            throw new PreviewException.NoSuchPreview(kind);
        } catch (StoreAway e) {
            throw Assets.unreachable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!settled) {
                rows.release(sha256, kind);
            }
        }
    }
}
