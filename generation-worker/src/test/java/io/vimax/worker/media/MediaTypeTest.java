package io.vimax.worker.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d, PNG",
        "ffd8ffe000104a464946, JPEG",
        "52494646000000005745425056503820, WEBP",
        "524946460000000057415645666d7420, WAV",
        "0000002066747970 69736f6d, MP4",
        "0000001466747970 71742020, QUICKTIME",
        "0000001c66747970 4d344120, M4A",
        "0000001c66747970 61766966, AVIF",
        "1a45dfa3 9f4286810142f7810142f2810442f381084282847765626d, WEBM",
        "1a45dfa3 9f4286810142f7810142f2810442f381084282886d6174726f736b61, MATROSKA",
        "49443303000000, MP3",
        "fffb9064, MP3",
        "fff15080, AAC",
        "255044462d312e37, PDF",
        "504b0304, ZIP",
        "4f676753, OGG",
        "664c6143, FLAC",
        "ffffffff, UNKNOWN",
        "00, UNKNOWN",
    })
    void knowsAFileByItsFirstBytes(String hex, MediaType expected) {
        assertThat(MediaType.sniff(HexFormat.of().parseHex(hex.replace(" ", ""))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'  \n<!DOCTYPE html><html>', HTML",
        "'<html lang=\"en\">', HTML",
        "'\uFEFF<html>', HTML",
        "'<?xml version=\"1.0\"?><Error/>', XML",
        "'{\"error\":{}}', JSON",
        "'WEBVTT\n', WEB_VTT",
        "'hello', UNKNOWN",
    })
    void knowsTheTextThatProvidersSendInsteadOfAFilm(String text, MediaType expected) {
        assertThat(MediaType.sniff(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    @Test
    void anEmptyFileIsUnknown() {
        assertThat(MediaType.sniff(new byte[0])).isEqualTo(MediaType.UNKNOWN);
    }
}
