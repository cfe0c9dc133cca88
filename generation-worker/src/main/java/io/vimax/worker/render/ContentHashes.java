package io.vimax.worker.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Names things by what they contain. A file is read once per render. */
final class ContentHashes {

    private static final int BLOCK = 1 << 16;

    private final Map<Path, String> known = new HashMap<>();

    String of(Path file) throws IOException, InterruptedException {
        var hash = known.get(file);
        if (hash == null) {
            hash = read(file);
            known.put(file, hash);
        }
        return hash;
    }

    /** Short enough for a file name; 128 bits do not collide by accident. */
    static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    private static String read(Path file) throws IOException, InterruptedException {
        var digest = sha256();
        var block = new byte[BLOCK];
        try (var in = Files.newInputStream(file)) {
            for (var read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
