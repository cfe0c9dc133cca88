package io.vimax.bench.portkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void everybodyWhoIsComparedGetsTheSameMoments() {
        assertThat(Arrivals.of(7, 100, HOUR)).isEqualTo(Arrivals.of(7, 100, HOUR));
        assertThat(Arrivals.of(7, 100, HOUR)).isNotEqualTo(Arrivals.of(8, 100, HOUR));
    }

    @Test
    void momentsComeInOrderAndAllOfThemWithinTheRun() {
        List<Duration> moments = Arrivals.of(7, 100, HOUR);

        assertThat(moments).isSorted();
        assertThat(moments.getLast()).isLessThan(HOUR);
    }

    @Test
    void thereAreAsManyAsWishedForOnAverageButNotAsRegularAsAClock() {
        List<Duration> moments = Arrivals.of(7, 100, HOUR);

        assertThat(moments.size()).isCloseTo(6_000, Percentage.withPercentage(5));
        long inTheFirstMinute = moments.stream()
                .filter(moment -> moment.compareTo(Duration.ofMinutes(1)) < 0)
                .count();
        long inTheSecond = moments.stream()
                        .filter(moment -> moment.compareTo(Duration.ofMinutes(2)) < 0)
                        .count()
                - inTheFirstMinute;
        assertThat(inTheFirstMinute).isNotEqualTo(inTheSecond);
    }
}
