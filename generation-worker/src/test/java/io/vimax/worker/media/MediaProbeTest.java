package io.vimax.worker.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaProbeTest {

    private final MediaProbe probe = new MediaProbe(TestClips.ffmpeg());

    @TempDir
    Path folder;

    @Test
    void tellsWhatAClipHolds() throws Exception {
        var clip = TestClips.clip(folder.resolve("it's a \"clip\" 灯塔.mp4"), "red", 1.5, "320x180");

        var facts = probe.probe(clip);

        assertThat(facts.durationMs()).isBetween(1490L, 1510L);
        assertThat(facts.width()).isEqualTo(320);
        assertThat(facts.height()).isEqualTo(180);
        assertThat(facts.fps()).isEqualTo(24);
        assertThat(facts.videoCodec()).isEqualTo("h264");
        assertThat(facts.hasAudio()).isFalse();
        assertThat(probe.frames(clip)).isEqualTo(36);
    }

    @Test
    void tellsWhatASoundHolds() throws Exception {
        var facts = probe.probe(TestClips.tone(folder.resolve("tone.wav"), 440, 2, 16_000));

        assertThat(facts.container()).isEqualTo("wav");
        assertThat(facts.durationMs()).isEqualTo(2000);
        assertThat(facts.audioCodec()).isEqualTo("pcm_s16le");
        assertThat(facts.audioChannels()).isEqualTo(1);
        assertThat(facts.sampleRate()).isEqualTo(16_000);
        assertThat(facts.hasVideo()).isFalse();
    }

    @Test
    void refusesWhatIsNoMediaFile() throws Exception {
        var page = Files.writeString(folder.resolve("clip.mp4"), "<html>502</html>");

        assertThatThrownBy(() -> probe.probe(page))
                .isInstanceOf(MediaProblem.Unreadable.class)
                .hasMessageContaining("clip.mp4");
        assertThatThrownBy(() -> probe.probe(folder.resolve("gone.mp4"))).hasMessageContaining("does not exist");
    }

    @Test
    void readsTheDescriptionThatFfmpegPrints() {
        var facts = MediaProbe.fromDescription(List.of(
                "Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'a, b.mp4':",
                "  Duration: 01:02:03.45, start: 0.000000, bitrate: 4025 kb/s",
                "  Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(tv, bt709, progressive), 720x1280"
                        + " [SAR 1:1 DAR 9:16], 3827 kb/s, 23.98 fps, 23.98 tbr, 24k tbn (default)",
                "  Stream #0:1(und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, 5.1, fltp, 192 kb/s (default)"));

        assertThat(facts)
                .isEqualTo(new MediaFacts(
                        "mov,mp4,m4a,3gp,3g2,mj2", 3_723_450, 720, 1280, 23.98, "h264", "aac", 6, 44_100));
    }

    @Test
    void readsTheLinesOfFfprobe() {
        var facts = MediaProbe.fromProbe(List.of(
                "streams.stream.0.index=0",
                "streams.stream.0.codec_name=\"mp3\"",
                "streams.stream.0.codec_type=\"audio\"",
                "streams.stream.0.sample_rate=\"48000\"",
                "streams.stream.0.channels=2",
                "streams.stream.1.index=1",
                "streams.stream.1.codec_name=\"png\"",
                "streams.stream.1.codec_type=\"video\"",
                "streams.stream.1.disposition.attached_pic=1",
                "format.format_name=\"mp3\"",
                "format.duration=\"61.2345\""));

        assertThat(facts).isEqualTo(new MediaFacts("mp3", 61_235, 0, 0, 0, null, "mp3", 2, 48_000));
    }
}
