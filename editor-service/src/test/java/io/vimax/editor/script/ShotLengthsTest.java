package io.vimax.editor.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShotLengthsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void addUpExactlyWhateverTheyWere(long seed) {
        var random = new Random(seed);
        List<Long> lengths =
                random.longs(1 + random.nextInt(60), 500, 20_000).boxed().toList();
        long total = lengths.size() * 500L + random.nextLong(300_000);

        List<Long> fitted = ShotLengths.fit(lengths, total);

        assertThat(fitted.stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
        assertThat(fitted).hasSameSizeAs(lengths).allMatch(length -> length >= 500);
    }

    @Test
    void stayWhereTheTotalCannotBeReached() {
        assertThat(ShotLengths.fit(List.of(1_000L, 1_000L), 900)).containsExactly(1_000L, 1_000L);
    }
}
