package io.vimax.simulator.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** How a picture is stored. */
public enum PictureFormat {
    PNG("image/png", "png") {
        @Override
        byte[] stamp(byte[] picture, String work) {
            // Behind the header chunk, as a text chunk: length, type, keyword, text, checksum.
            byte[] text = join("Comment\0".getBytes(StandardCharsets.US_ASCII), Stamp.bytes(work));
            byte[] chunk = join("tEXt".getBytes(StandardCharsets.US_ASCII), text);
            var check = new CRC32();
            check.update(chunk);
            byte[] mark = ByteBuffer.allocate(chunk.length + 8)
                    .putInt(text.length)
                    .put(chunk)
                    .putInt((int) check.getValue())
                    .array();
            return insert(picture, 8 + 25, mark);
        }
    },
    JPEG("image/jpeg", "jpg") {
        @Override
        byte[] stamp(byte[] picture, String work) {
            // A comment segment behind the first one, which has to be the header of JFIF.
            int header = 2 + 2 + ByteBuffer.wrap(picture).getShort(4);
            byte[] text = Stamp.bytes(work);
            byte[] mark = ByteBuffer.allocate(text.length + 4)
                    .putShort((short) 0xFFFE)
                    .putShort((short) (text.length + 2))
                    .put(text)
                    .array();
            return insert(picture, header, mark);
        }
    };

    private final String contentType;
    private final String ending;

    PictureFormat(String contentType, String ending) {
        this.contentType = contentType;
        this.ending = ending;
    }

    public String contentType() {
        return contentType;
    }

    /** The end of a file's name, without a dot. */
    public String ending() {
        return ending;
    }

    abstract byte[] stamp(byte[] picture, String work);

    byte[] encode(BufferedImage image) {
        // The disk cache of ImageIO would make a temporary file for each picture.
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image, ending, stream)) {
                throw new IllegalStateException("This Java cannot write " + ending);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] insert(byte[] picture, int at, byte[] mark) {
        return ByteBuffer.allocate(picture.length + mark.length)
                .put(picture, 0, at)
                .put(mark)
                .put(picture, at, picture.length - at)
                .array();
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
