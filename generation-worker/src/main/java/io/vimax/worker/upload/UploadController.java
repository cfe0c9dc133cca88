package io.vimax.worker.upload;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vimax.worker.access.Person;
import io.vimax.worker.asset.Assets;
import io.vimax.worker.asset.ExpectedContent;
import io.vimax.worker.asset.StoredFile;
import io.vimax.worker.event.EventIds;
import io.vimax.worker.media.MediaFacts;
import io.vimax.worker.media.MediaProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes pictures in. */
@RestController
@Tag(name = "assets", description = "Pictures, clips, sounds, films and captions that were made")
class UploadController {

    /** What providers take as a reference. */
    static final long LARGEST_BYTES = 10L * 1024 * 1024;

    private static final Set<io.vimax.worker.media.MediaType> TAKEN = EnumSet.of(
            io.vimax.worker.media.MediaType.PNG,
            io.vimax.worker.media.MediaType.JPEG,
            io.vimax.worker.media.MediaType.WEBP);

    /** A phone's camera makes up to this; a larger one would take gigabytes to decode. */
    private static final long MOST_PIXELS = 50_000_000;

    private final Assets assets;
    private final MediaProbe probe;
    private final Clock clock;

    UploadController(Assets assets, MediaProbe probe, Clock clock) {
        this.assets = assets;
        this.probe = probe;
        this.clock = clock;
    }

    record Uploaded(UUID id, String mediaType, long bytes, int width, int height) {}

    @PostMapping(
            path = "/api/v1/assets",
            consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE, "image/webp"})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Bring a picture along",
            description =
                    "PNG, JPEG or WebP, at most 10 MB and 50 megapixels. One that nothing uses is thrown away after a while.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "201", description = "It is an asset now")
    @ApiResponse(
            responseCode = "413",
            description = "It is larger",
            content = @Content(mediaType = "application/problem+json"))
    @ApiResponse(
            responseCode = "422",
            description = "It is no such picture",
            content = @Content(mediaType = "application/problem+json"))
    Uploaded upload(@Parameter(hidden = true) Person person, HttpServletRequest request)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("upload-", ".part");
        try {
            receive(request, file);
            requirePicture(file);
            StoredFile stored = assets.keep(file, ExpectedContent.PICTURE);
            UUID id = EventIds.next(clock.instant());
            // Nobody made it, so it is its own origin.
            assets.add(id, person.id(), id, stored);
            return new Uploaded(
                    id,
                    stored.mediaType(),
                    stored.bytes(),
                    stored.width() == null ? 0 : stored.width(),
                    stored.height() == null ? 0 : stored.height());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void receive(HttpServletRequest request, Path file) throws IOException {
        try (InputStream in = request.getInputStream();
                OutputStream out = Files.newOutputStream(file)) {
            byte[] block = new byte[1 << 16];
            long received = 0;
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                received += read;
                if (received > LARGEST_BYTES) {
                    throw new UploadException.TooLarge();
                }
                out.write(block, 0, read);
            }
        }
    }

    /** By content: what the header says is a claim. */
    private void requirePicture(Path file) throws IOException, InterruptedException {
        var found = io.vimax.worker.media.MediaType.sniff(file);
        if (!TAKEN.contains(found)) {
            throw new UploadException.NoPicture(found.mime());
        }
        MediaFacts facts = probe.probe(file);
        if ((long) facts.width() * facts.height() > MOST_PIXELS) {
            throw new UploadException.TooManyPixels(MOST_PIXELS / 1_000_000);
        }
        probe.requireWhole(file);
    }
}
