package io.vimax.worker.captions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionFormatsTest {

    private static final List<CaptionCue> CUES = List.of(
            new CaptionCue(0, 1_500, "Tom & Jerry <3 --> {\\an8}", "C:\\new \\h {b}"),
            new CaptionCue(3_599_990, 3_602_340, "灯塔的光，从未熄灭。"),
            new CaptionCue(3_700_000, 3_701_000, "0 < 1, 1 > 0", "50% off"));

    @Test
    void webVttComesBackAsItWas() {
        assertThat(WebVtt.parse(WebVtt.write(CUES))).isEqualTo(CUES);
    }

    @Test
    void webVttNamesTheSpeaker() {
        var cue = new CaptionCue(0, 1000, List.of("Hello", "you"), "Mara <1>");

        assertThat(WebVtt.write(List.of(cue))).isEqualTo("""
                WEBVTT

                1
                00:00:00.000 --> 00:00:01.000
                <v Mara &lt;1&gt;>Hello
                you
                """);
        assertThat(WebVtt.parse(WebVtt.write(List.of(cue)))).containsExactly(cue);
    }

    @Test
    void webVttHasOneArrowForEachCue() {
        assertThat(WebVtt.write(CUES).split("-->", -1)).hasSize(CUES.size() + 1);
    }

    @Test
    void subRipComesBackAsItWas() {
        assertThat(SubRip.parse(SubRip.write(CUES))).isEqualTo(CUES);
        assertThat(SubRip.write(CUES)).contains("00:59:59,990 --> 01:00:02,340").doesNotContain("{\\an8}");
    }

    @Test
    void assComesBackAsItWas() {
        var document = AdvancedSubStation.write(CUES, 1280, 720, CaptionStyle.DEFAULT);

        assertThat(AdvancedSubStation.parse(document)).isEqualTo(CUES);
        assertThat(document).contains("PlayResX: 1280").contains("Dialogue: 0,0:59:59.99,1:00:02.34,Caption,,0,0,0,,");
    }
}
