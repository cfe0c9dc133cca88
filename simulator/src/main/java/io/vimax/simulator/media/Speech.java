package io.vimax.simulator.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** A voice without words: a hum that rises and falls with the syllables and lasts as long as the text would. */
final class Speech {

    static final int SAMPLE_RATE = 24_000;

    private static final double LETTERS_PER_SECOND = 14;
    private static final double IDEOGRAPHS_PER_SECOND = 4.5;
    private static final double SHORTEST_SECONDS = 0.4;
    private static final double SYLLABLES_PER_SECOND = 4;

    /** One frame of MPEG-2 layer III at 24 kHz and 32 kbit/s. */
    private static final int MP3_FRAME_BYTES = 96;

    private static final int MP3_FRAME_SAMPLES = 576;
    private static final byte[] MP3 = resource();

    private Speech() {}

    static double seconds(String text, double speed) {
        long ideographs = text.codePoints().filter(Character::isIdeographic).count();
        double seconds = ideographs / IDEOGRAPHS_PER_SECOND + (text.length() - ideographs) / LETTERS_PER_SECOND;
        return Math.max(SHORTEST_SECONDS, seconds / speed);
    }

    /** 16 bits, mono, 24 kHz, little-endian, without a header. */
    static byte[] pcm(String text, double speed) {
        int samples = (int) (seconds(text, speed) * SAMPLE_RATE);
        double pitch = 110 + Math.floorMod(text.hashCode(), 90);
        ByteBuffer out = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples; i++) {
            double at = (double) i / SAMPLE_RATE;
            double swell = 0.5 - 0.5 * Math.cos(2 * Math.PI * SYLLABLES_PER_SECOND * at);
            double tone = Math.sin(2 * Math.PI * pitch * at) + 0.4 * Math.sin(4 * Math.PI * pitch * at);
            out.putShort((short) (swell * tone * 6000));
        }
        return out.array();
    }

    static byte[] wav(String text, double speed, String work) {
        byte[] sound = pcm(text, speed);
        byte[] remark = evenly(Stamp.bytes(work));
        int list = 4 + 8 + remark.length;
        return ByteBuffer.allocate(12 + 24 + 8 + list + 8 + sound.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(4 + 24 + 8 + list + 8 + sound.length)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(SAMPLE_RATE)
                .putInt(2 * SAMPLE_RATE)
                .putShort((short) 2)
                .putShort((short) 16)
                .put(ascii("LIST"))
                .putInt(list)
                .put(ascii("INFOICMT"))
                .putInt(remark.length)
                .put(remark)
                .put(ascii("data"))
                .putInt(sound.length)
                .put(sound)
                .array();
    }

    static byte[] mp3(String text, double speed, String work) {
        int frames = (int) Math.ceil(seconds(text, speed) * SAMPLE_RATE / MP3_FRAME_SAMPLES);
        var out = new ByteArrayOutputStream();
        byte[] comment = ByteBuffer.allocate(5 + Stamp.bytes(work).length)
                .put(new byte[] {0, 'e', 'n', 'g', 0})
                .put(Stamp.bytes(work))
                .array();
        // ID3v2.3: the size of the tag has seven bits in a byte, that of its frame eight.
        int tag = comment.length + 10;
        out.writeBytes(ascii("ID3"));
        out.writeBytes(new byte[] {
            3, 0, 0, (byte) (tag >> 21 & 127), (byte) (tag >> 14 & 127), (byte) (tag >> 7 & 127), (byte) (tag & 127)
        });
        out.writeBytes(ascii("COMM"));
        out.writeBytes(ByteBuffer.allocate(6).putInt(comment.length).array());
        out.writeBytes(comment);
        for (int frame = 0; frame < frames; frame++) {
            out.write(MP3, frame % (MP3.length / MP3_FRAME_BYTES) * MP3_FRAME_BYTES, MP3_FRAME_BYTES);
        }
        return out.toByteArray();
    }

    private static byte[] evenly(byte[] text) {
        return Arrays.copyOf(text, text.length + text.length % 2);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] resource() {
        try (InputStream in = Objects.requireNonNull(Speech.class.getResourceAsStream("tone.mp3"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
