package io.vimax.simulator.media;

import java.io.ByteArrayOutputStream;
import java.util.stream.IntStream;

/**
 * Writes MP4 files of any length: one second of video over and over, with silence in AAC beside it. The index comes first,
 * as in files for the web, so a truncated clip still looks sound to who reads only its head.
 */
final class ClipFile {

    private static final int MOVIE_SCALE = 1000;
    private static final int FRAME_TICKS = 512;
    private static final int VIDEO_SCALE = SourceClip.FRAMES * FRAME_TICKS;
    private static final int AUDIO_SCALE = 16_000;
    private static final int AUDIO_FRAME_TICKS = 1024;

    /** One frame of silence in AAC-LC, mono. */
    private static final byte[] SILENCE = Box.bytes(0x01, 0x18, 0x20, 0x07);

    /** AAC-LC, 16 kHz, mono (ISO/IEC 14496-3, 1.6.2.1). */
    private static final byte[] AUDIO_CONFIGURATION = Box.bytes(0x14, 0x08);

    private static final byte[] NO_TURN = Box.ints(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

    private final SourceClip source;
    private final int seconds;
    private final int audioFrames;

    private ClipFile(SourceClip source, int seconds) {
        this.source = source;
        this.seconds = seconds;
        this.audioFrames = Math.ceilDiv(seconds * AUDIO_SCALE, AUDIO_FRAME_TICKS);
    }

    static byte[] of(FrameSize shape, int seconds, String work) {
        return new ClipFile(SourceClip.like(shape), seconds).write(work);
    }

    private byte[] write(String work) {
        var data = new ByteArrayOutputStream();
        for (int second = 0; second < seconds; second++) {
            source.samples().forEach(data::writeBytes);
        }
        int videoBytes = data.size();
        for (int frame = 0; frame < audioFrames; frame++) {
            data.writeBytes(SILENCE);
        }
        byte[] type = Box.of("ftyp", Box.text("isom"), Box.ints(0x200), Box.text("isomiso2avc1mp41"));
        byte[] mark = Box.of("free", Stamp.bytes(work));
        // The index has the same length whatever the offsets in it are, so its first writing only measures.
        int begin = type.length + index(0, 0).length + mark.length + 8;
        return Box.join(type, index(begin, begin + videoBytes), mark, Box.of("mdat", data.toByteArray()));
    }

    private byte[] index(int videoAt, int audioAt) {
        int duration = seconds * MOVIE_SCALE;
        byte[] header = Box.full(
                "mvhd",
                0,
                Box.ints(0, 0, MOVIE_SCALE, duration, 0x10000),
                Box.shorts(0x100, 0),
                Box.ints(0, 0),
                NO_TURN,
                Box.ints(0, 0, 0, 0, 0, 0, 3));
        return Box.of("moov", header, video(duration, videoAt), audio(duration, audioAt));
    }

    private byte[] video(int duration, int at) {
        int frames = seconds * SourceClip.FRAMES;
        int[] sizes = IntStream.range(0, frames)
                .map(frame -> source.samples().get(frame % SourceClip.FRAMES).length)
                .toArray();
        int[] keyFrames = IntStream.range(0, seconds)
                .map(second -> 1 + second * SourceClip.FRAMES)
                .toArray();
        byte[] samples = Box.of(
                "stbl",
                Box.full("stsd", 0, Box.ints(1), videoEntry()),
                Box.full("stts", 0, Box.ints(1, frames, FRAME_TICKS)),
                Box.full("stss", 0, Box.ints(seconds), Box.ints(keyFrames)),
                Box.full("stsc", 0, Box.ints(1, 1, frames, 1)),
                Box.full("stsz", 0, Box.ints(0, frames), Box.ints(sizes)),
                Box.full("stco", 0, Box.ints(1, at)));
        byte[] media =
                media("vide", VIDEO_SCALE, frames * FRAME_TICKS, Box.full("vmhd", 1, Box.shorts(0, 0, 0, 0)), samples);
        FrameSize size = source.size();
        return Box.of("trak", track(1, duration, 0, Box.ints(size.width() << 16, size.height() << 16)), media);
    }

    private byte[] videoEntry() {
        byte[] configuration = Box.of(
                "avcC",
                Box.bytes(
                        1,
                        source.sequenceParameters()[1],
                        source.sequenceParameters()[2],
                        source.sequenceParameters()[3]),
                Box.bytes(0xFF, 0xE1),
                Box.shorts(source.sequenceParameters().length),
                source.sequenceParameters(),
                Box.bytes(1),
                Box.shorts(source.pictureParameters().length),
                source.pictureParameters());
        return Box.of(
                "avc1",
                Box.ints(0),
                Box.shorts(0, 1),
                Box.ints(0, 0, 0, 0),
                Box.shorts(source.size().width(), source.size().height()),
                Box.ints(0x480000, 0x480000, 0),
                Box.shorts(1),
                new byte[32],
                Box.shorts(0x18, -1),
                configuration);
    }

    private byte[] audio(int duration, int at) {
        byte[] samples = Box.of(
                "stbl",
                Box.full("stsd", 0, Box.ints(1), audioEntry()),
                Box.full("stts", 0, Box.ints(1, audioFrames, AUDIO_FRAME_TICKS)),
                Box.full("stsc", 0, Box.ints(1, 1, audioFrames, 1)),
                Box.full("stsz", 0, Box.ints(SILENCE.length, audioFrames)),
                Box.full("stco", 0, Box.ints(1, at)));
        byte[] media =
                media("soun", AUDIO_SCALE, seconds * AUDIO_SCALE, Box.full("smhd", 0, Box.shorts(0, 0)), samples);
        return Box.of("trak", track(2, duration, 0x100, Box.ints(0, 0)), media);
    }

    private static byte[] audioEntry() {
        byte[] specific = descriptor(5, AUDIO_CONFIGURATION);
        byte[] decoder = descriptor(4, Box.bytes(0x40, 0x15, 0, 0, 0), Box.ints(16_000, 16_000), specific);
        byte[] stream = descriptor(3, Box.shorts(2), Box.bytes(0), decoder, descriptor(6, Box.bytes(2)));
        return Box.of(
                "mp4a",
                Box.ints(0),
                Box.shorts(0, 1),
                Box.ints(0, 0),
                Box.shorts(1, 16, 0, 0),
                Box.ints(AUDIO_SCALE << 16),
                Box.full("esds", 0, stream));
    }

    /** A descriptor of ISO/IEC 14496-1 that is shorter than 128 bytes. */
    private static byte[] descriptor(int tag, byte[]... parts) {
        byte[] content = Box.join(parts);
        return Box.join(Box.bytes(tag, content.length), content);
    }

    private static byte[] track(int number, int duration, int volume, byte[] size) {
        return Box.full(
                "tkhd", 3, Box.ints(0, 0, number, 0, duration, 0, 0), Box.shorts(0, 0, volume, 0), NO_TURN, size);
    }

    private static byte[] media(String handler, int scale, int duration, byte[] kind, byte[] samples) {
        byte[] place = Box.of("dinf", Box.full("dref", 0, Box.ints(1), Box.full("url ", 1)));
        return Box.of(
                "mdia",
                // The language "und", five bits a letter.
                Box.full("mdhd", 0, Box.ints(0, 0, scale, duration), Box.shorts(0x55C4, 0)),
                Box.full("hdlr", 0, Box.ints(0), Box.text(handler), Box.ints(0, 0, 0), Box.bytes(0)),
                Box.of("minf", kind, place, samples));
    }
}
