package io.vimax.worker.asset;

import io.vimax.worker.asset.store.Content;
import io.vimax.worker.asset.store.ContentHolds;
import io.vimax.worker.asset.store.ContentStore;
import io.vimax.worker.asset.store.Digests;
import io.vimax.worker.asset.store.StoreAway;
import io.vimax.worker.media.MediaFacts;
import io.vimax.worker.media.MediaProbe;
import io.vimax.worker.media.MediaType;
import io.vimax.worker.outage.Outage;
import io.vimax.worker.outage.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files by content, looked at before they are taken in. Knows nothing of owners; {@link Assets} does. */
@Component
class AssetStore {

    private final ContentStore contents;
    private final ContentHolds holds;
    private final Patience patience;
    private final MediaProbe probe;
    private final Outage outage = new Outage("The asset store");

    AssetStore(ContentStore contents, ContentHolds holds, Patience patience, MediaProbe probe) {
        this.contents = contents;
        this.holds = holds;
        this.patience = patience;
        this.probe = probe;
    }

    ContentStore contents() {
        return contents;
    }

    /** Copies a file in. The source stays, so that a crash between this and the commit loses nothing. */
    StoredFile keep(Path source, ExpectedContent expected) throws InterruptedException {
        try {
            MediaType found = MediaType.sniff(source);
            String type = expected.typeOf(found);
            if (type.isEmpty() || Files.size(source) == 0) {
                throw new AssetException.WrongContent(found.mime());
            }
            MediaFacts facts = expected.isProbed() ? probe.probe(source) : null;
            Path part = contents.newPart();
            try (InputStream in = Files.newInputStream(source)) {
                var content = new Content(Digests.copy(in, part), Files.size(part), type);
                insistOnPutting(part, content);
                return stored(content, facts, expected);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private void insistOnPutting(Path part, Content content) throws IOException, InterruptedException {
        while (true) {
            // Before each try: the store may be away for longer than a hold lasts.
            patience.insist(() -> {
                holds.hold(content);
                return true;
            });
            try {
                contents.put(part, content);
                outage.over();
                return;
            } catch (StoreAway e) {
                Thread.sleep(outage.failed(e));
            }
        }
    }

    private static StoredFile stored(Content content, @Nullable MediaFacts facts, ExpectedContent expected) {
        if (facts == null) {
            return StoredFile.bare(content.sha256(), content.mediaType(), content.bytes());
        }
        boolean moves = expected == ExpectedContent.FILM;
        boolean hasPicture = expected != ExpectedContent.SOUND && facts.width() > 0;
        return new StoredFile(
                content.sha256(),
                content.mediaType(),
                content.bytes(),
                expected == ExpectedContent.PICTURE ? null : facts.durationMs(),
                hasPicture ? facts.width() : null,
                hasPicture ? facts.height() : null,
                moves && facts.fps() > 0 ? facts.fps() : null);
    }

    /** The JDK has no type for a full disk; the reason is the words of the operating system. */
    static RuntimeException refusal(IOException e) {
        String words = String.valueOf(e.getMessage());
        if (words.contains("No space left on device") || words.contains("Disk quota exceeded")) {
            return new AssetException.DiskFull();
        }
        if (e instanceof NoSuchFileException) {
            return new AssetException.WrongContent("nothing");
        }
        return new UncheckedIOException(e);
    }
}
