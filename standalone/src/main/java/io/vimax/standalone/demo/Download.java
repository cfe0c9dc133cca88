package io.vimax.standalone.demo;

import io.vimax.standalone.console.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Brings an asset into a file: into a temporary one beside it first, checked, then moved in one step. */
final class Download {
    private static final int MOST_ATTEMPTS = 8;

    private final VimaxApi api;

    Download(VimaxApi api) {
        this.api = api;
    }

    /**
     * Answers the file that holds the asset now: another than wanted where that one held something else.
     *
     * @param size expected bytes, or 0 when unknown
     */
    Path save(Path wanted, boolean overwrite, String assetId, long size) throws IOException, InterruptedException {
        Path part = Files.createTempFile(wanted.getParent(), "." + wanted.getFileName(), ".part");
        try {
            String expected = fetch(part, assetId);
            long bytes = Files.size(part);
            String actual = sha256(part);
            if ((size > 0 && bytes != size) || (expected.length() == 64 && !expected.equals(actual))) {
                throw Refusal.because("The downloaded film is damaged (" + bytes + " of " + size
                        + " bytes); give the same command again to fetch it once more.");
            }
            Path file = free(wanted, overwrite, actual);
            if (!Files.exists(file) || !sha256(file).equals(actual)) {
                readableByOthers(part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return file;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Goes on where a broken connection ended; answers the digest that the server names. */
    private String fetch(Path part, String assetId) throws IOException, InterruptedException {
        String etag = "";
        for (int attempt = 1; ; attempt++) {
            long have = Files.size(part);
            try {
                HttpResponse<InputStream> response = api.asset(assetId, have);
                try (InputStream body = response.body()) {
                    int status = response.statusCode();
                    etag = response.headers()
                            .firstValue("ETag")
                            .orElse(etag)
                            .replace("W/", "")
                            .replace("\"", "");
                    if (status == 416 && have > 0) {
                        return etag;
                    }
                    if (status == 200 || status == 206) {
                        try (OutputStream out = Files.newOutputStream(
                                part,
                                StandardOpenOption.WRITE,
                                status == 206 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
                            body.transferTo(out);
                        }
                        return etag;
                    }
                    if (status < 500 || attempt == MOST_ATTEMPTS) {
                        throw Refusal.because("The film cannot be fetched: the server answered " + status
                                + "; './vimax logs generation-worker' tells more.");
                    }
                }
            } catch (IOException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
            Thread.sleep(250L * attempt);
        }
    }

    static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A film that is there already and differs is never overwritten: the new one gets a number. */
    static Path free(Path wanted, boolean overwrite, String digest) throws IOException {
        Path file = wanted;
        for (int number = 2; !overwrite && Files.exists(file); number++) {
            if (sha256(file).equals(digest)) {
                return file;
            }
            file = wanted.resolveSibling(stem(wanted) + "-" + number + ending(wanted));
        }
        return file;
    }

    static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot) : "";
    }

    /** Temporary files are made for their owner alone; a film should be like any other new file. */
    private static void readableByOthers(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
