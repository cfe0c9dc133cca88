package io.vimax.bench.portkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortkeyBenchTest {

    @Test
    void nothingIsMissedWhenViMaxServesAsManyWithoutRefusals() {
        assertThat(missed(4, score("Portkey", 178, 900, 0), score("ViMax", 177, 0, 0)))
                .isEmpty();
    }

    @Test
    void refusalsErrorsAndFewerCallsOfViMaxAreTold() {
        assertThat(missed(4, score("Portkey", 178, 900, 5), score("ViMax", 170, 1, 1)))
                .containsExactly(
                        "the provider refused more than one call of ViMax in a thousand at a load of 120 %",
                        "calls by ViMax ended in errors at a load of 120 %",
                        "fewer calls succeeded by ViMax at a load of 120 %");
    }

    @Test
    void lessThanAWindowIsNotCompared() {
        assertThat(missed(0.75, score("Portkey", 178, 900, 0), score("ViMax", 170, 0, 0)))
                .isEmpty();
    }

    private static List<String> missed(double minutes, Score... scores) {
        return new PortkeyBench.Result("today", "1", Allowance.ALL, 70, minutes, 60, List.of(scores)).missed();
    }

    private static Score score(String name, double servedPerMinute, long refused, long broken) {
        return new Score(
                name, 1.2, 216, servedPerMinute, servedPerMinute / 180, refused, 0, 0, broken, 1_500, 9_000, 0);
    }
}
