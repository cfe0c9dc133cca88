package io.vimax.worker.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpriteLayoutTest {

    @ParameterizedTest
    @CsvSource({
        // duration, width, height: tile width, tile height, columns, rows, count, interval
        "3000,   1280, 720,  160, 90,  6,  1,  6,   500",
        "5400,   720,  1280, 90,  160, 10, 1,  10,  500",
        "6000,   1024, 1024, 160, 160, 10, 2,  12,  500",
        "100,    1280, 720,  160, 90,  1,  1,  1,   500",
        "0,      1280, 720,  160, 90,  1,  1,  1,   500",
        "180000, 1280, 720,  160, 90,  10, 10, 100, 1800",
        "180001, 1280, 720,  160, 90,  10, 10, 99,  1801",
        "3000,   4000, 10,   160, 2,   6,  1,  6,   500",
    })
    void laysStillsOut(
            long durationMs,
            int width,
            int height,
            int tileWidth,
            int tileHeight,
            int columns,
            int rows,
            int count,
            long intervalMs) {
        var layout = SpriteLayout.of(durationMs, width, height);

        assertThat(layout).isEqualTo(new SpriteLayout(tileWidth, tileHeight, columns, count, intervalMs));
        assertThat(layout.rows()).isEqualTo(rows);
    }
}
