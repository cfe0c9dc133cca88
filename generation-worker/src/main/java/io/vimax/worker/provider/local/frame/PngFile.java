package io.vimax.worker.provider.local.frame;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** PNG files with a text chunk (iTXt, PNG specification 11.3.4.5). */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int AFTER_HEADER = 8 + 25;
    private static final int LONGEST_TEXT = 1 << 20;

    private PngFile() {}

    static void write(BufferedImage image, String key, String text, Path file) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(1 << 20);
        if (!ImageIO.write(image, "png", plain)) {
            throw new IOException("this Java writes no PNG");
        }
        byte[] bytes = plain.toByteArray();
        boolean done = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes, 0, AFTER_HEADER);
            if (!text.isEmpty()) {
                writeChunk(out, body(key, text));
            }
            out.write(bytes, AFTER_HEADER, bytes.length - AFTER_HEADER);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The text under the key; empty for other files, damaged ones, and PNGs without it. */
    static Optional<String> text(Path file, String key) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!Arrays.equals(in.readNBytes(8), SIGNATURE)) {
                return Optional.empty();
            }
            while (true) {
                int length = in.readInt();
                String type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
                if (type.equals("IDAT") || type.equals("IEND") || length < 0) {
                    return Optional.empty();
                }
                if (type.equals("iTXt") && length <= LONGEST_TEXT) {
                    byte[] body = in.readNBytes(length);
                    byte[] head = head(key);
                    if (body.length >= head.length && Arrays.equals(Arrays.copyOf(body, head.length), head)) {
                        return Optional.of(
                                new String(body, head.length, body.length - head.length, StandardCharsets.UTF_8));
                    }
                } else {
                    in.skipNBytes(length);
                }
                in.skipNBytes(4);
            }
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    /** Keyword, no compression, no language, no translated keyword. */
    private static byte[] head(String key) {
        return (key + "\0\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] body(String key, String text) {
        byte[] head = head(key);
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOf(head, head.length + value.length);
        System.arraycopy(value, 0, body, head.length, value.length);
        return body;
    }

    private static void writeChunk(OutputStream out, byte[] body) throws IOException {
        byte[] type = "iTXt".getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(body);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(body.length);
        data.write(type);
        data.write(body);
        data.writeInt((int) crc.getValue());
        data.flush();
    }
}
