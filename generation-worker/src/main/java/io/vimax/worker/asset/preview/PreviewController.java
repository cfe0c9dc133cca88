package io.vimax.worker.asset.preview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vimax.worker.access.Person;
import io.vimax.worker.asset.AssetException;
import io.vimax.worker.asset.Assets;
import io.vimax.worker.asset.Delivery;
import io.vimax.worker.asset.OpenedAsset;
import io.vimax.worker.media.SpriteLayout;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves previews to whom the asset belongs. The first call for one may take seconds, later ones are files. */
@RestController
@RequestMapping("/api/v1/assets/{id}")
@Tag(name = "assets")
@ApiResponse(
        responseCode = "404",
        description = "There is no such asset, it is another person's, or it has no such preview",
        content = @Content(mediaType = "application/problem+json"))
@ApiResponse(
        responseCode = "503",
        description = "It is being made, or the asset store is away: ask again shortly",
        content = @Content(mediaType = "application/problem+json"))
class PreviewController {

    private final Assets assets;
    private final Previews previews;
    private final Delivery delivery;

    PreviewController(Assets assets, Previews previews, Delivery delivery) {
        this.assets = assets;
        this.previews = previews;
        this.delivery = delivery;
    }

    /** The layout of a sheet, in pixels of the sheet. */
    record SpriteLayoutView(
            int tileWidth,
            int tileHeight,
            @Schema(description = "Stills in a row") int columns,

            @Schema(description = "Stills in all; they lie from left to right, then from top to bottom")
            int count,

            @Schema(description = "Still n shows the film at n times this")
            long intervalMs) {

        static SpriteLayoutView of(SpriteLayout layout) {
            return new SpriteLayoutView(
                    layout.tileWidth(), layout.tileHeight(), layout.columns(), layout.count(), layout.intervalMs());
        }
    }

    @GetMapping("/poster")
    @Operation(
            summary = "A still of a film",
            description = "JPEG, at most 640 pixels wide. Takes a range as the asset does.")
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")))
    void poster(
            @PathVariable UUID id,
            @Parameter(hidden = true) Person person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        send(assets.get(id, person.id()), PreviewKind.POSTER, request, response);
    }

    @GetMapping("/sprite")
    @Operation(
            summary = "Stills of a film in one picture",
            description = "JPEG, laid out as /sprite/layout says. Takes a range as the asset does.")
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")))
    void sprite(
            @PathVariable UUID id,
            @Parameter(hidden = true) Person person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        send(assets.get(id, person.id()), PreviewKind.SPRITE, request, response);
    }

    @GetMapping("/sprite/layout")
    @Operation(summary = "How the stills lie in the picture")
    SpriteLayoutView spriteLayout(@PathVariable UUID id, @Parameter(hidden = true) Person person)
            throws InterruptedException {
        Preview sprite = previews.get(assets.get(id, person.id()), PreviewKind.SPRITE);
        return SpriteLayoutView.of(Objects.requireNonNull(sprite.layout(), "a sprite sheet has a layout"));
    }

    @GetMapping("/waveform")
    @Operation(
            summary = "How loud a sound or a film is",
            description =
                    "JSON with version (1), points_per_second, and peaks: the highest sample of each moment over all"
                            + " channels, from 0 to 1 of full scale. Takes a range as the asset does.")
    @ApiResponse(
            responseCode = "200",
            description = "The peaks",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WaveformView.class)))
    void waveform(
            @PathVariable UUID id,
            @Parameter(hidden = true) Person person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        send(assets.get(id, person.id()), PreviewKind.WAVEFORM, request, response);
    }

    /** What the file of a waveform says; it is written once and sent as it lies there. */
    @SuppressWarnings("ArrayRecordComponent") // Describes a document only.
    record WaveformView(int version, int pointsPerSecond, double[] peaks) {}

    private void send(OpenedAsset asset, PreviewKind kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        Preview preview = previews.get(asset, kind);
        try {
            delivery.send(asset.showing(preview.file()), null, request, response);
        } catch (AssetException.FileLost e) {
            previews.forget(asset, kind, preview);
            delivery.send(asset.showing(previews.get(asset, kind).file()), null, request, response);
        }
    }
}
