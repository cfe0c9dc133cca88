package io.vimax.keypool.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StepsTest {

    @Test
    void percentilesAreRightWithinFivePercentFromMillisecondsToHours() {
        var random = new Random(7);
        for (int round = 0; round < 20; round++) {
            double scale = Math.pow(10, 1.5 + random.nextDouble() * 5);
            long[] latencies = random.doubles(5_000)
                    .mapToLong(x -> Math.round(20 + scale * -Math.log(1 - x)))
                    .toArray();
            var steps = new Steps();
            Arrays.stream(latencies).forEach(latency -> steps.add(stepOf(latency), 1));
            Arrays.sort(latencies);

            for (double share : new double[] {0.5, 0.95}) {
                long exact = latencies[(int) (share * latencies.length)];
                assertThat(steps.percentileMs(share)).isCloseTo(exact, within(Math.max(2, exact / 20)));
            }
        }
    }

    @Test
    void nothingCountedIsNothing() {
        assertThat(new Steps().isEmpty()).isTrue();
        assertThat(new Steps().percentileMs(0.5)).isZero();
    }

    private static int stepOf(long latencyMs) {
        return latencyMs <= 10 ? 0 : (int) Math.ceil(8 * Math.log(latencyMs / 10.0) / Math.log(2));
    }
}
