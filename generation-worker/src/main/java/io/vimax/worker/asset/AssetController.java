package io.vimax.worker.asset;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vimax.worker.access.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves what was made to whom it belongs. */
@RestController
@Tag(name = "assets", description = "Pictures, clips, sounds, films and captions that were made")
class AssetController {

    private static final int LONGEST_NAME = 200;

    private final Assets assets;
    private final Delivery delivery;

    AssetController(Assets assets, Delivery delivery) {
        this.assets = assets;
        this.delivery = delivery;
    }

    @RequestMapping(
            path = "/api/v1/assets/{id}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    @Operation(
            summary = "Read an asset, whole or in part",
            description =
                    "One byte range is answered with 206; several ranges, or one that is malformed, with the whole"
                            + " file. The content of an id never changes.")
    @ApiResponse(
            responseCode = "200",
            description = "The whole file",
            headers = {
                @Header(name = "ETag", description = "SHA-256 of the content", schema = @Schema(type = "string")),
                @Header(name = "Accept-Ranges", schema = @Schema(type = "string"))
            },
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "The part that was asked for",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "Unchanged", content = @Content)
    @ApiResponse(
            responseCode = "404",
            description = "There is none of that id, or it is another person's",
            content = @Content(mediaType = "application/problem+json"))
    @ApiResponse(responseCode = "416", description = "Nothing of the range lies in the file", content = @Content)
    @ApiResponse(
            responseCode = "503",
            description = "The asset store is away for the moment",
            content = @Content(mediaType = "application/problem+json"))
    @ApiResponse(
            responseCode = "410",
            description = "The store has lost the file",
            content = @Content(mediaType = "application/problem+json"))
    void read(
            @PathVariable UUID id,
            @Parameter(description = "Name under which a browser should save the file; without it the file is shown")
                    @RequestParam(required = false)
                    @Size(max = LONGEST_NAME)
                    @Nullable
                    String download,
            @Parameter(hidden = true) Person person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        delivery.send(assets.get(id, person.id()), download, request, response);
    }

    /** What the content of an asset says. */
    record DetailsView(
            UUID id,
            UUID generationId,
            @Schema(description = "By content") String mediaType,
            long bytes,

            @Schema(description = "In hexadecimal; also the ETag of the file")
            String sha256,

            @Schema(nullable = true, description = "Of sound and pictures that move") @Nullable
            Long durationMs,

            @Schema(nullable = true, description = "In pixels, of what has a picture") @Nullable
            Integer width,

            @Schema(nullable = true) @Nullable Integer height,

            @Schema(nullable = true, description = "Frames a second, of pictures that move") @Nullable
            Double frameRate,

            Instant createdAt) {

        static DetailsView of(OpenedAsset asset) {
            StoredFile file = asset.file();
            return new DetailsView(
                    asset.id(),
                    asset.generationId(),
                    file.mediaType(),
                    file.bytes(),
                    file.sha256(),
                    file.durationMs(),
                    file.width(),
                    file.height(),
                    file.frameRate(),
                    asset.createdAt());
        }
    }

    @GetMapping("/api/v1/assets/{id}/details")
    @Operation(summary = "What an asset is: type, length, size, as probed when it was stored")
    @ApiResponse(responseCode = "200", description = "The facts")
    @ApiResponse(
            responseCode = "404",
            description = "There is none of that id, or it is another person's",
            content = @Content(mediaType = "application/problem+json"))
    DetailsView details(@PathVariable UUID id, @Parameter(hidden = true) Person person) {
        return DetailsView.of(assets.get(id, person.id()));
    }
}
