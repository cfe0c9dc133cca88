package io.vimax.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void aPercentileIsTheNearestRank() {
        Percentiles hundred = Percentiles.of(
                DoubleStream.iterate(100, it -> it - 1).limit(100).toArray());

        assertThat(hundred.at(0.5)).isEqualTo(50);
        assertThat(hundred.at(0.99)).isEqualTo(99);
        assertThat(hundred.at(1)).isEqualTo(100);
        assertThat(Percentiles.of(7).at(0.01)).isEqualTo(7);
    }

    @Test
    void noFailureOfSeveralThreadsGoesUnseen() {
        List<Callable<Integer>> tasks = List.of(
                () -> 1,
                () -> {
                    throw new IllegalStateException("the second of three");
                },
                () -> 3);

        try (var threads = Executors.newFixedThreadPool(3)) {
            assertThatThrownBy(() -> Together.run(threads, tasks))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the second of three");
        }
    }

    @Test
    void theUseOfALimitIsMeasuredOverFullWindows() {
        Instant first = Instant.parse("2026-11-25T10:00:00Z");
        List<Instant> burst = IntStream.range(0, 5)
                .mapToObj(number -> first.plusSeconds(number / 2 * 60L))
                .toList();
        List<Instant> slow = IntStream.range(0, 5)
                .mapToObj(number -> first.plusSeconds(number / 2 * 75L))
                .toList();

        assertThat(Windows.used(burst, 2, 2)).isEqualTo(1);
        assertThat(Windows.used(slow, 2, 2)).isEqualTo(0.8);
        assertThat(Windows.used(burst.subList(0, 3), 2, 2)).isEqualTo(0.75);
    }
}
