package io.vimax.worker.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a file is, told from its first bytes. Names and HTTP headers lie; providers send an HTML page with status 200. */
public enum MediaType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    WEBP("image/webp", "webp"),
    GIF("image/gif", "gif"),
    AVIF("image/avif", "avif"),
    MP4("video/mp4", "mp4"),
    QUICKTIME("video/quicktime", "mov"),
    WEBM("video/webm", "webm"),
    MATROSKA("video/x-matroska", "mkv"),
    M4A("audio/mp4", "m4a"),
    WAV("audio/wav", "wav"),
    MP3("audio/mpeg", "mp3"),
    FLAC("audio/flac", "flac"),
    OGG("audio/ogg", "ogg"),
    AAC("audio/aac", "aac"),
    WEB_VTT("text/vtt", "vtt"),
    PDF("application/pdf", "pdf"),
    HTML("text/html", "html"),
    XML("application/xml", "xml"),
    JSON("application/json", "json"),
    ZIP("application/zip", "zip"),
    UNKNOWN("application/octet-stream", "bin");

    /** Enough for every signature here; the doctype of WebM stands within the first 64 bytes in practice. */
    private static final int HEAD = 512;

    private final String mime;
    private final String extension;

    MediaType(String mime, String extension) {
        this.mime = mime;
        this.extension = extension;
    }

    public String mime() {
        return mime;
    }

    /** File name extension without the dot. */
    public String extension() {
        return extension;
    }

    public boolean isImage() {
        return mime.startsWith("image/");
    }

    public boolean isVideo() {
        return mime.startsWith("video/");
    }

    public boolean isAudio() {
        return mime.startsWith("audio/");
    }

    public static MediaType sniff(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return sniff(in.readNBytes(HEAD));
        }
    }

    /** As {@link #sniff(Path)}, for the first bytes of a file; 512 are enough, fewer may make it UNKNOWN. */
    public static MediaType sniff(byte[] head) {
        if (has(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return PNG;
        }
        if (has(head, 0, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (has(head, 0, 'R', 'I', 'F', 'F')) {
            return has(head, 8, 'W', 'E', 'B', 'P') ? WEBP : has(head, 8, 'W', 'A', 'V', 'E') ? WAV : UNKNOWN;
        }
        if (has(head, 4, 'f', 't', 'y', 'p')) {
            return isoMedia(head);
        }
        if (has(head, 0, 0x1A, 0x45, 0xDF, 0xA3)) {
            return text(head).contains("webm") ? WEBM : MATROSKA;
        }
        if (has(head, 0, 'G', 'I', 'F', '8')) {
            return GIF;
        }
        if (has(head, 0, 'f', 'L', 'a', 'C')) {
            return FLAC;
        }
        if (has(head, 0, 'O', 'g', 'g', 'S')) {
            return OGG;
        }
        if (has(head, 0, 'I', 'D', '3')) {
            return MP3;
        }
        if (has(head, 0, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        if (has(head, 0, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        return mpegAudio(head) == UNKNOWN ? textual(head) : mpegAudio(head);
    }

    private static MediaType isoMedia(byte[] head) {
        var brand = head.length < 12 ? "" : new String(head, 8, 4, StandardCharsets.ISO_8859_1);
        return switch (brand) {
            case "qt  " -> QUICKTIME;
            case "M4A ", "M4B " -> M4A;
            case "avif", "avis" -> AVIF;
            case "heic", "heix", "mif1" -> UNKNOWN;
            default -> MP4;
        };
    }

    /** Frame sync of 11 set bits, then version, layer, bit rate and sample rate, none of them a reserved value. */
    private static MediaType mpegAudio(byte[] head) {
        if (head.length < 4 || (head[0] & 0xFF) != 0xFF || (head[1] & 0xE0) != 0xE0) {
            return UNKNOWN;
        }
        if ((head[1] & 0xF6) == 0xF0) {
            return AAC;
        }
        var version = (head[1] >> 3) & 3;
        var layer = (head[1] >> 1) & 3;
        var bitRate = (head[2] >> 4) & 15;
        var sampleRate = (head[2] >> 2) & 3;
        return version != 1 && layer == 1 && bitRate != 15 && sampleRate != 3 ? MP3 : UNKNOWN;
    }

    private static MediaType textual(byte[] head) {
        var text = text(head).stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head")) {
            return HTML;
        }
        if (text.startsWith("<?xml") || text.startsWith("<svg")) {
            return text.contains("<html") ? HTML : XML;
        }
        if (text.startsWith("webvtt")) {
            return WEB_VTT;
        }
        return text.startsWith("{") || text.startsWith("[") ? JSON : UNKNOWN;
    }

    private static String text(byte[] head) {
        var bom = has(head, 0, 0xEF, 0xBB, 0xBF);
        return new String(bom ? Arrays.copyOfRange(head, 3, head.length) : head, StandardCharsets.ISO_8859_1);
    }

    private static boolean has(byte[] head, int offset, int... signature) {
        if (head.length < offset + signature.length) {
            return false;
        }
        for (var i = 0; i < signature.length; i++) {
            if ((head[offset + i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
