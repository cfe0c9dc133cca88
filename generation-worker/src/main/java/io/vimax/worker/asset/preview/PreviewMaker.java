package io.vimax.worker.asset.preview;

import io.vimax.worker.asset.StoredFile;
import io.vimax.worker.asset.store.Content;
import io.vimax.worker.asset.store.ContentHolds;
import io.vimax.worker.asset.store.ContentStore;
import io.vimax.worker.asset.store.Digests;
import io.vimax.worker.media.Ffmpeg;
import io.vimax.worker.media.MediaFacts;
import io.vimax.worker.media.MediaProbe;
import io.vimax.worker.media.PosterFrame;
import io.vimax.worker.media.SpriteLayout;
import io.vimax.worker.media.SpriteSheet;
import io.vimax.worker.media.Waveform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Makes previews and stores them. A few at a time: the machine has other work. */
@Component
class PreviewMaker {

    private static final int POSTER_WIDTH = 640;

    /** Far enough in for most fades from black to be over. */
    private static final int POSTER_AT_SHARE = 3;

    private final ContentStore contents;
    private final ContentHolds holds;
    private final Ffmpeg ffmpeg;
    private final MediaProbe probe;
    private final Semaphore room =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    PreviewMaker(ContentStore contents, ContentHolds holds, Ffmpeg ffmpeg, MediaProbe probe) {
        this.contents = contents;
        this.holds = holds;
        this.ffmpeg = ffmpeg;
        this.probe = probe;
    }

    /** Makes one of a file on this machine and stores it. */
    Preview make(PreviewKind kind, Path media) throws IOException, InterruptedException {
        room.acquire();
        Path folder = Files.createTempDirectory("vimax-preview");
        try {
            Path made = folder.resolve("made");
            SpriteLayout layout = switch (kind) {
                case POSTER -> poster(media, made);
                case SPRITE -> sprite(media, made);
                case WAVEFORM -> waveform(media, made, folder.resolve("samples"));
            };
            return new Preview(store(made, kind), layout);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
            room.release();
        }
    }

    private @Nullable SpriteLayout poster(Path media, Path made) throws InterruptedException {
        long durationMs = probe.probe(media).durationMs();
        new PosterFrame(ffmpeg).write(media, durationMs / POSTER_AT_SHARE, POSTER_WIDTH, made);
        return null;
    }

    private SpriteLayout sprite(Path media, Path made) throws InterruptedException {
        MediaFacts facts = probe.probe(media);
        SpriteLayout layout =
                SpriteLayout.of(facts.durationMs(), Math.max(1, facts.width()), Math.max(1, facts.height()));
        new SpriteSheet(ffmpeg).write(media, layout, made);
        return layout;
    }

    private @Nullable SpriteLayout waveform(Path media, Path made, Path scratch)
            throws IOException, InterruptedException {
        int channels = probe.probe(media).audioChannels();
        if (channels == 0) {
            throw new PreviewException.NoSuchPreview(PreviewKind.WAVEFORM);
        }
        Files.writeString(made, json(Waveform.of(media, channels, ffmpeg, scratch)), StandardCharsets.US_ASCII);
        return null;
    }

    /** Three digits are more than a screen shows. */
    static String json(Waveform waveform) {
        var json = new StringBuilder(waveform.peaks().length * 6 + 64)
                .append("{\"version\":1,\"points_per_second\":")
                .append(waveform.pointsPerSecond())
                .append(",\"peaks\":[");
        for (int point = 0; point < waveform.peaks().length; point++) {
            json.append(point == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.3f", waveform.peaks()[point]));
        }
        return json.append("]}").toString();
    }

    private StoredFile store(Path made, PreviewKind kind) throws IOException, InterruptedException {
        Path part = contents.newPart();
        try (InputStream in = Files.newInputStream(made)) {
            var content = new Content(Digests.copy(in, part), Files.size(part), kind.mediaType());
            holds.hold(content);
            contents.put(part, content);
            return StoredFile.bare(content.sha256(), content.mediaType(), content.bytes());
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
