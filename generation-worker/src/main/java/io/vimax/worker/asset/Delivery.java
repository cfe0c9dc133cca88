package io.vimax.worker.asset;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers a reader with a file or a part of it (RFC 9110): tags, ranges, the name for a download. */
@Component
public class Delivery {

    /** Content never changes under an id; private, because shared caches must not keep a person's films. */
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    /** Below this the set-up of a kernel copy costs more than it saves; also Tomcat's own limit. */
    private static final long LEAST_SENDFILE_BYTES = 48 * 1024;

    private final Assets assets;

    Delivery(Assets assets) {
        this.assets = assets;
    }

    /**
     * Sends it.
     *
     * @param download name under which a browser should save the file; null or blank shows it
     * @throws AssetException.FileLost if the store does not have it; nothing was said to the reader then
     */
    public void send(
            OpenedAsset asset, @Nullable String download, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (names(request.getHeader(HttpHeaders.IF_NONE_MATCH), asset.etag())) {
            describe(asset, response);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        long length = asset.file().bytes();
        var answer = new Answer(asset, download, request, response);
        switch (ByteRange.of(rangeHeader(request, asset), length)) {
            case ByteRange.Whole _ -> send(answer, new ByteRange.Part(0, length - 1), false);
            case ByteRange.Part part -> send(answer, part, true);
            case ByteRange.Unsatisfiable _ -> {
                assets.requireFile(asset);
                answer.describe();
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
                response.setContentLengthLong(0);
            }
        }
    }

    /** One request and what is said to it. */
    private record Answer(
            OpenedAsset asset, @Nullable String download, HttpServletRequest request, HttpServletResponse response) {

        void describe() {
            Delivery.describe(asset, response);
            response.setContentType(asset.file().mediaType());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(download));
        }

        void describe(ByteRange.Part part, boolean partial) {
            describe();
            response.setContentLengthLong(part.length());
            if (partial) {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(
                        HttpHeaders.CONTENT_RANGE,
                        "bytes " + part.first() + "-" + part.last() + "/"
                                + asset.file().bytes());
            }
        }

        boolean isHead() {
            return request.getMethod().equals("HEAD");
        }
    }

    /** Nothing is said before it is certain that the bytes can be had: a problem must not carry the headers of a file. */
    private void send(Answer answer, ByteRange.Part part, boolean partial) throws IOException {
        OpenedAsset asset = answer.asset();
        if (answer.isHead()) {
            assets.requireFile(asset);
            answer.describe(part, partial);
            return;
        }
        Optional<Path> local = assets.findLocal(asset);
        if (local.isPresent()) {
            answer.describe(part, partial);
            sendLocal(local.get(), part, answer.request(), answer.response());
            return;
        }
        try (InputStream in = assets.open(asset, part)) {
            answer.describe(part, partial);
            in.transferTo(answer.response().getOutputStream());
        }
    }

    private static void sendLocal(
            Path path, ByteRange.Part part, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean kernelCopies = Boolean.TRUE.equals(request.getAttribute("org.apache.tomcat.sendfile.support"));
        if (kernelCopies && part.length() >= LEAST_SENDFILE_BYTES) {
            request.setAttribute(
                    "org.apache.tomcat.sendfile.filename", path.toRealPath().toString());
            request.setAttribute("org.apache.tomcat.sendfile.start", part.first());
            request.setAttribute("org.apache.tomcat.sendfile.end", part.last() + 1);
            return;
        }
        try (FileChannel file = FileChannel.open(path);
                WritableByteChannel out = Channels.newChannel(response.getOutputStream())) {
            long at = part.first();
            while (at <= part.last()) {
                at += file.transferTo(at, part.last() + 1 - at, out);
            }
        }
    }

    private static void describe(OpenedAsset asset, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, asset.etag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader("X-Content-Type-Options", "nosniff");
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
}
