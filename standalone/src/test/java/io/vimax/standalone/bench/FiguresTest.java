package io.vimax.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void replacesItsOwnSectionAndNothingElse() {
        String once = Figures.replaced("# Benchmarks\n\nWords.\n", "start", List.of("## Start", "old"));
        String twice = Figures.replaced(once + "\nMore words.\n", "start", List.of("## Start", "new"));

        assertThat(twice)
                .isEqualTo("# Benchmarks\n\nWords.\n\n<!-- start -->\n## Start\nnew\n<!-- /start -->\n\nMore words.\n");
    }

    @Test
    void tellsMedianAndRange() {
        assertThat(Figures.section("Start", "Here.", List.of(new Figures.Series("ready (s)", List.of(3.0, 1.0, 2.0)))))
                .last()
                .isEqualTo("| ready (s) | 2.0 | 1.0 | 3.0 | 3 |");
    }
}
