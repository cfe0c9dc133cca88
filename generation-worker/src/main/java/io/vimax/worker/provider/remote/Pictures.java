package io.vimax.worker.provider.remote;

import io.vimax.worker.asset.Assets;
import io.vimax.worker.media.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Assets as pictures that go along with a request. */
@Component
public class Pictures {

    /** What Ark, Gemini and the relays take; the same limit for all keeps requests small. */
    private static final long LARGEST_BYTES = 10L * 1024 * 1024;

    private final BiFunction<UUID, UUID, Path> files;

    @Autowired
    Pictures(Assets assets) {
        this(assets::getPath);
    }

    /** @param files the file of an asset, by its id and its owner's */
    Pictures(BiFunction<UUID, UUID, Path> files) {
        this.files = files;
    }

    /** A picture with the type that its content has. */
    public record Picture(MediaType type, byte[] bytes) {

        public String base64() {
            return Base64.getEncoder().encodeToString(bytes);
        }

        public String dataUri() {
            return "data:" + type.mime() + ";base64," + base64();
        }
    }

    /**
     * The pictures of these assets, in their order.
     *
     * @throws UnusablePicture if one is of a kind or size that providers do not take
     * @throws io.vimax.worker.asset.AssetException if one is missing
     */
    public List<Picture> of(List<UUID> ids, UUID owner) {
        return ids.stream().map(id -> read(files.apply(id, owner))).toList();
    }

    private static Picture read(Path file) {
        try {
            MediaType type = MediaType.sniff(file);
            if (type != MediaType.PNG && type != MediaType.JPEG && type != MediaType.WEBP) {
                throw new UnusablePicture(
                        "A reference picture is " + type.mime() + "; providers take PNG, JPEG and WebP.");
            }
            if (Files.size(file) > LARGEST_BYTES) {
                throw new UnusablePicture(
                        "A reference picture is larger than 10 MB, which is the most that providers take.");
            }
            return new Picture(type, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UnusablePicture("A reference picture cannot be read.");
        }
    }
}
