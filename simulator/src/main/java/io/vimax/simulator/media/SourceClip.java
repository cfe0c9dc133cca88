package io.vimax.simulator.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One second of H.264 that begins and ends alike, so that it can be repeated: 24 frames, the first a key frame. The
 * resources are raw Annex B streams; here they are cut into samples for an MP4.
 *
 * @param samples each frame with its length in front
 */
record SourceClip(FrameSize size, byte[] sequenceParameters, byte[] pictureParameters, List<byte[]> samples) {

    static final int FRAMES = 24;

    private static final int SEQUENCE_PARAMETERS = 7;
    private static final int PICTURE_PARAMETERS = 8;

    private static final List<SourceClip> ALL = List.of(
            read("clip-16x9.h264", 320, 180),
            read("clip-9x16.h264", 180, 320),
            read("clip-1x1.h264", 240, 240),
            read("clip-4x3.h264", 320, 240),
            read("clip-3x4.h264", 240, 320),
            read("clip-21x9.h264", 336, 144));

    /** The one whose shape is nearest to a size. */
    static SourceClip like(FrameSize wanted) {
        return ALL.stream()
                .min(Comparator.comparingDouble(
                        clip -> Math.abs(Math.log(clip.size().ratio() / wanted.ratio()))))
                .orElseThrow();
    }

    private static SourceClip read(String name, int width, int height) {
        byte[] stream;
        try (InputStream in = Objects.requireNonNull(SourceClip.class.getResourceAsStream(name), name)) {
            stream = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] sequence = {};
        byte[] picture = {};
        var samples = new ArrayList<byte[]>();
        for (byte[] unit : units(stream)) {
            switch (unit[0] & 0x1F) {
                case SEQUENCE_PARAMETERS -> sequence = unit;
                case PICTURE_PARAMETERS -> picture = unit;
                default ->
                    samples.add(ByteBuffer.allocate(unit.length + 4)
                            .putInt(unit.length)
                            .put(unit)
                            .array());
            }
        }
        if (samples.size() != FRAMES || sequence.length == 0 || picture.length == 0) {
            throw new IllegalStateException(name + " is not one second of video");
        }
        return new SourceClip(new FrameSize(width, height), sequence, picture, List.copyOf(samples));
    }

    /** Cuts at the start codes 00 00 01 and 00 00 00 01. */
    private static List<byte[]> units(byte[] stream) {
        var units = new ArrayList<byte[]>();
        var unit = new ByteArrayOutputStream();
        int zeros = 0;
        for (byte next : stream) {
            if (next == 1 && zeros >= 2) {
                if (unit.size() > 0) {
                    units.add(unit.toByteArray());
                    unit.reset();
                }
                zeros = 0;
            } else if (next == 0) {
                zeros++;
            } else {
                unit.writeBytes(new byte[zeros]);
                zeros = 0;
                unit.write(next);
            }
        }
        units.add(unit.toByteArray());
        return units;
    }
}
