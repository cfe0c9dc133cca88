package io.vimax.bench.portkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.bench.portkey.Outcome.End;
import io.vimax.bench.portkey.Score.Books;
import io.vimax.bench.portkey.Score.Stretch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static final Instant BEGAN = Instant.parse("2026-11-25T10:00:00Z");

    /** From the 60th second to before the 180th. */
    private static final Stretch STRETCH = new Stretch(Duration.ofSeconds(60), Duration.ofMinutes(2));

    @Test
    void onlyWhatLiesInTheMeasuredPartIsCounted() throws IOException {
        var books = new Books(at(0, 59, 60, 61, 100, 179, 180), at(59, 60, 120, 180, 200));

        Score score = score(books, outcome(50, 60, End.SERVED));

        assertThat(score.servedPerMinute()).isEqualTo(2);
        assertThat(score.used()).isEqualTo(0.2);
        assertThat(score.refused()).isEqualTo(2);
    }

    @Test
    void callersCountWhenTheirCallEndsAndWishesWhenTheyArise() throws IOException {
        Score score = score(
                new Books(List.of(), List.of()),
                outcome(10, 59, End.SERVED),
                outcome(50, 60, End.SERVED, 55, 58, 60),
                outcome(70, 72, End.SERVED),
                outcome(80, 140, End.GAVE_UP, 81, 139),
                outcome(170, 190, End.GAVE_UP, 171, 181),
                outcome(179, 180, End.SERVED),
                outcome(175, 176, End.BROKEN));

        assertThat(score.wantedPerMinute()).isEqualTo(2.5);
        assertThat(score.seen()).isEqualTo(4);
        assertThat(score.gaveUp()).isEqualTo(1);
        assertThat(score.broken()).isEqualTo(1);
        assertThat(score.p50Ms()).isEqualTo(2_000);
        assertThat(score.p95Ms()).isEqualTo(10_000);
    }

    @Test
    void nobodyServedIsNoFigure() {
        assertThatThrownBy(() -> score(new Books(at(70), List.of()), outcome(70, 130, End.GAVE_UP)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nobody was served");
    }

    private static Score score(Books books, Outcome... outcomes) throws IOException {
        return Score.of("somebody", 1.2, 10, STRETCH, books, new Crowd.Run(BEGAN, List.of(outcomes)));
    }

    private static List<Instant> at(long... seconds) {
        return Arrays.stream(seconds).mapToObj(BEGAN::plusSeconds).toList();
    }

    private static Outcome outcome(long arrived, long ended, End end, long... turnedAway) {
        return new Outcome(
                Duration.ofSeconds(arrived),
                Duration.ofSeconds(ended),
                end,
                LongStream.of(turnedAway).mapToObj(Duration::ofSeconds).toList(),
                0);
    }
}
