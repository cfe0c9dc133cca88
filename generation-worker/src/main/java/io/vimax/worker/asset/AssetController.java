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
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves what was made to whom it belongs. */
@RestController
@Tag(name = "assets", description = "Pictures, clips, sounds, films and captions that were made")
class AssetController {

    /** Content never changes under an id; private, because shared caches must not keep a person's films. */
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    /** Below this the set-up of a kernel copy costs more than it saves; also Tomcat's own limit. */
    private static final long LEAST_SENDFILE_BYTES = 48 * 1024;

    private static final int LONGEST_NAME = 200;

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
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
        OpenedAsset asset = assets.getOpened(id, person.id());
        response.setHeader(HttpHeaders.ETAG, asset.etag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (names(request.getHeader(HttpHeaders.IF_NONE_MATCH), asset.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(asset.file().mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(download));
        long length = asset.file().bytes();
        switch (ByteRange.of(rangeHeader(request, asset), length)) {
            case ByteRange.Whole _ -> send(asset, new ByteRange.Part(0, length - 1), request, response);
            case ByteRange.Part part -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(
                        HttpHeaders.CONTENT_RANGE, "bytes " + part.first() + "-" + part.last() + "/" + length);
                send(asset, part, request, response);
            }
            case ByteRange.Unsatisfiable _ -> {
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
                response.setContentLengthLong(0);
            }
        }
    }

    /** A range of a file that changed since (which ours do not, but another id may be asked) would mix two files. */
    private static @Nullable String rangeHeader(HttpServletRequest request, OpenedAsset asset) {
        String unless = request.getHeader(HttpHeaders.IF_RANGE);
        return unless == null || unless.equals(asset.etag()) ? request.getHeader(HttpHeaders.RANGE) : null;
    }

    private static boolean names(@Nullable String tags, String etag) {
        return tags != null
                && Arrays.stream(tags.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }

    private static String disposition(@Nullable String download) {
        if (download == null || download.isBlank()) {
            return "inline";
        }
        String name = download.replaceAll("[\\p{Cntrl}/\\\\]", "_");
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static void send(
            OpenedAsset asset, ByteRange.Part part, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentLengthLong(part.length());
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        boolean kernelCopies = Boolean.TRUE.equals(request.getAttribute("org.apache.tomcat.sendfile.support"));
        if (kernelCopies && part.length() >= LEAST_SENDFILE_BYTES) {
            request.setAttribute(
                    "org.apache.tomcat.sendfile.filename",
                    asset.path().toRealPath().toString());
            request.setAttribute("org.apache.tomcat.sendfile.start", part.first());
            request.setAttribute("org.apache.tomcat.sendfile.end", part.last() + 1);
            return;
        }
        try (FileChannel file = FileChannel.open(asset.path());
                WritableByteChannel out = Channels.newChannel(response.getOutputStream())) {
            long at = part.first();
            while (at <= part.last()) {
                at += file.transferTo(at, part.last() + 1 - at, out);
            }
        }
    }
}
