package io.vimax.worker.captions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionsTest {

    private static final CaptionLayout WIDE = CaptionLayout.forFrame(1280, 720);
    private static final CaptionLayout TALL = CaptionLayout.forFrame(720, 1280);

    @Test
    void breaksEnglishWhereAReaderPauses() {
        assertThat(blocks("The light had not failed in forty years, and it would not fail tonight.", WIDE))
                .containsExactly(List.of("The light had not failed in forty years,", "and it would not fail tonight."));
    }

    @Test
    void keepsAShortLineInOnePiece() {
        assertThat(blocks("Somebody is out there.", WIDE)).containsExactly(List.of("Somebody is out there."));
    }

    @Test
    void breaksChineseBetweenWordsButNeverBeforeAClosingMark() {
        var blocks = blocks("四十年来，灯塔的光从未熄灭；今夜也不会熄灭，无论大海说些什么。守塔人提起灯，走进了风雨里。", TALL);

        assertThat(blocks).allSatisfy(block -> {
            assertThat(block).hasSizeBetween(1, 2);
            assertThat(block).allSatisfy(line -> {
                assertThat(LineBreaker.units(line)).isLessThanOrEqualTo(26);
                assertThat(line).doesNotStartWith("，").doesNotStartWith("。").doesNotStartWith("；");
            });
        });
        assertThat(String.join("", blocks.stream().flatMap(List::stream).toList()))
                .isEqualTo("四十年来，灯塔的光从未熄灭；今夜也不会熄灭，无论大海说些什么。守塔人提起灯，走进了风雨里。");
    }

    @Test
    void doesNotLeaveAnArticleAtTheEndOfALine() {
        var lines = blocks("She carried the lantern down to the water and held it over the rocks below.", WIDE).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(lines).noneMatch(line -> line.endsWith(" the") || line.endsWith(" to") || line.endsWith(" and"));
    }

    @Test
    void cutsAWordThatIsLongerThanALine() {
        assertThat(blocks("A" + "a".repeat(100) + "h!", WIDE))
                .allSatisfy(block -> assertThat(block)
                        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(42)));
    }

    @Test
    void aBlankLineGivesNoCaption() {
        assertThat(Captions.of(List.of(new SpokenLine("  ", 0, 1000, null)), WIDE, 5000))
                .isEmpty();
    }

    @Test
    void sharesTheTimeOfALongLineAndLeavesAGap() {
        var text = "The light had not failed in forty years, and it would not fail tonight, whatever the sea said. "
                + "He took the lamp from its hook and went out into the rain without another word.";
        var cues = Captions.of(
                List.of(new SpokenLine(text, 1000, 9000, null), new SpokenLine("Wait!", 10_000, 500, "Mara")),
                WIDE,
                20_000);

        assertThat(cues).hasSizeGreaterThan(2);
        assertThat(cues.getFirst().startMs()).isEqualTo(1000);
        for (var i = 1; i < cues.size(); i++) {
            assertThat(cues.get(i).startMs() - cues.get(i - 1).endMs()).isGreaterThanOrEqualTo(Captions.GAP_MS);
        }
        assertThat(cues.getLast().startMs()).isEqualTo(10_000);
        assertThat(cues.getLast().endMs() - cues.getLast().startMs()).isEqualTo(Captions.SHORTEST_MS);
        assertThat(cues.getLast().speaker()).isEqualTo("Mara");
        assertThat(cues).allMatch(cue -> cue.lines().size() <= 2);
    }

    @Test
    void noCueOutlivesTheFilm() {
        var cues = Captions.of(
                List.of(new SpokenLine("The end.", 4_800, 900, null), new SpokenLine("Too late.", 5_100, 900, null)),
                WIDE,
                5_000);

        assertThat(cues).hasSize(1);
        assertThat(cues.getFirst().endMs()).isEqualTo(5_000);
    }

    private static List<List<String>> blocks(String text, CaptionLayout layout) {
        return new LineBreaker(layout).blocks(text);
    }
}
