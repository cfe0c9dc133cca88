package io.vimax.worker.provider.wire;

import io.vimax.worker.media.MediaType;
import io.vimax.worker.provider.Product.Role;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says whether a file is of the kind that was asked for, and all of it: by its content, because names and headers lie. PNG must
 * have its end chunk, JPEG its end marker, WebP and WAV the size that they say, MP4 whole boxes with an index among them.
 */
public final class WholeFile {

    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_CHUNK_FRAME = 12;
    private static final int PNG_END = 0x49454E44;
    private static final int RIFF_HEAD = 8;
    private static final int BOX_HEAD = 8;
    private static final int LARGE_BOX_HEAD = 16;
    private static final int MOOV = 0x6D6F6F76;
    private static final int MDAT = 0x6D646174;
    private static final long UINT = 0xFFFF_FFFFL;

    /** Cameras and some encoders put a little behind the end of a JPEG. */
    private static final int JPEG_TAIL = 1024;

    private WholeFile() {}

    /** What is wrong with it, as the end of a sentence that begins with the provider; empty if nothing is. */
    public static Optional<String> faultOf(Path file, Role role) throws IOException {
        if (Files.size(file) == 0) {
            return Optional.of("delivered an empty file");
        }
        MediaType type = MediaType.sniff(file);
        if (!fits(type, role)) {
            return Optional.of("delivered " + type.mime() + " instead of " + wanted(role));
        }
        return isWhole(file, type) ? Optional.empty() : Optional.of("delivered only a part of " + wanted(role));
    }

    private static boolean fits(MediaType type, Role role) {
        return switch (role) {
            case KEYFRAME, POSTER -> type.isImage();
            case CLIP, FILM -> type.isVideo();
            case VOICE, MUSIC -> type.isAudio();
            case CAPTIONS_VTT -> type == MediaType.WEB_VTT;
            case CAPTIONS_SRT -> type == MediaType.UNKNOWN;
        };
    }

    private static String wanted(Role role) {
        return switch (role) {
            case KEYFRAME, POSTER -> "a picture";
            case CLIP, FILM -> "a video";
            case VOICE, MUSIC -> "a sound";
            case CAPTIONS_VTT, CAPTIONS_SRT -> "captions";
        };
    }

    private static boolean isWhole(Path file, MediaType type) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return switch (type) {
                case PNG -> isWholePng(channel);
                case JPEG -> isWholeJpeg(channel);
                case WEBP, WAV -> isWholeRiff(channel);
                case MP4, QUICKTIME, M4A -> isWholeMp4(channel);
                // These have no end that could be looked for; what is wrong with them shows when they are probed.
                case GIF, AVIF, WEBM, MATROSKA, MP3, FLAC, OGG, AAC, WEB_VTT, PDF, HTML, XML, JSON, ZIP, UNKNOWN ->
                    true;
            };
        }
    }

    private static boolean isWholePng(FileChannel channel) throws IOException {
        long at = PNG_SIGNATURE;
        while (at + PNG_CHUNK_FRAME <= channel.size()) {
            ByteBuffer head = read(channel, at, 8);
            long length = head.getInt() & UINT;
            if (head.getInt() == PNG_END) {
                return true;
            }
            at += length + PNG_CHUNK_FRAME;
        }
        return false;
    }

    private static boolean isWholeJpeg(FileChannel channel) throws IOException {
        long from = Math.max(0, channel.size() - JPEG_TAIL);
        byte[] tail = read(channel, from, (int) (channel.size() - from)).array();
        for (int i = tail.length - 2; i >= 0; i--) {
            if ((tail[i] & 0xFF) == 0xFF && (tail[i + 1] & 0xFF) == 0xD9) {
                return true;
            }
        }
        return false;
    }

    /** A size of all ones is that of a sound that was sent while it was made; its end is the end of the file. */
    private static boolean isWholeRiff(FileChannel channel) throws IOException {
        long size = read(channel, 4, 4).order(ByteOrder.LITTLE_ENDIAN).getInt() & UINT;
        return size == UINT || size > 0 && size + RIFF_HEAD <= channel.size();
    }

    private static boolean isWholeMp4(FileChannel channel) throws IOException {
        long at = 0;
        boolean index = false;
        boolean content = false;
        while (at + BOX_HEAD <= channel.size()) {
            ByteBuffer head = read(channel, at, (int) Math.min(LARGE_BOX_HEAD, channel.size() - at));
            long size = head.getInt() & UINT;
            int type = head.getInt();
            if (size == 1 && head.remaining() >= Long.BYTES) {
                size = head.getLong();
            } else if (size == 0) {
                size = channel.size() - at;
            }
            if (size < BOX_HEAD || at + size > channel.size()) {
                return false;
            }
            index |= type == MOOV;
            content |= type == MDAT;
            at += size;
        }
        return index && content;
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // Until it is full or the file ends.
        }
        return buffer.rewind();
    }
}
