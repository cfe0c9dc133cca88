package io.vimax.worker.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.Product.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void tellsAWholePictureFromAPart(String format) throws IOException {
        byte[] picture = picture(format);

        assertThat(fault(picture, Role.KEYFRAME)).isEmpty();
        for (int length : new int[] {picture.length - 20, picture.length / 2, 40}) {
            assertThat(fault(Arrays.copyOf(picture, length), Role.KEYFRAME))
                    .contains("delivered only a part of a picture");
        }
    }

    @Test
    void wantsAnIndexAndWholeBoxesInAVideo() throws IOException {
        byte[] head = box("ftyp", "isom0000isom".getBytes(StandardCharsets.US_ASCII));
        byte[] index = box("moov", new byte[40]);
        byte[] content = box("mdat", new byte[100]);

        assertThat(fault(joined(head, index, content), Role.CLIP)).isEmpty();
        assertThat(fault(joined(head, content, index), Role.CLIP)).isEmpty();
        assertThat(fault(joined(head, content), Role.CLIP)).isPresent();
        assertThat(fault(Arrays.copyOf(joined(head, index, content), 120), Role.CLIP))
                .isPresent();
    }

    @Test
    void believesASoundsSizeButForOneThatWasSentWhileItWasMade() throws IOException {
        byte[] sound = ByteBuffer.allocate(100)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(92)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .array();

        assertThat(fault(sound, Role.VOICE)).isEmpty();
        assertThat(fault(Arrays.copyOf(sound, 60), Role.VOICE)).isPresent();
        ByteBuffer.wrap(sound).putInt(4, -1);
        assertThat(fault(Arrays.copyOf(sound, 60), Role.VOICE)).isEmpty();
    }

    @Test
    void saysWhatItGotInstead() throws IOException {
        assertThat(fault("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), Role.KEYFRAME))
                .contains("delivered application/pdf instead of a picture");
        assertThat(fault("<!doctype html><p>".getBytes(StandardCharsets.US_ASCII), Role.CLIP))
                .contains("delivered text/html instead of a video");
        assertThat(fault(new byte[0], Role.VOICE)).contains("delivered an empty file");
        assertThat(fault(picture("png"), Role.CLIP)).contains("delivered image/png instead of a video");
    }

    private Optional<String> fault(byte[] content, Role role) throws IOException {
        return WholeFile.faultOf(Files.write(folder.resolve("file"), content), role);
    }

    private static byte[] picture(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 300 * 400; i++) {
            image.setRGB(i % 400, i / 400, i * 7919);
        }
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
