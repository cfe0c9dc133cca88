package io.vimax.editor.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GenerationStateTest {

    @Test
    void endsOnceAndIsSentAgainNever() {
        assertThat(GenerationState.READY.next()).isEmpty();
        assertThat(GenerationState.CANCELLED.next()).isEmpty();
        assertThat(GenerationState.AMBIGUOUS.next())
                .containsExactlyInAnyOrder(GenerationState.READY, GenerationState.FAILED);
        assertThat(GenerationState.AMBIGUOUS.underWay()).isFalse();
    }

    @Test
    void isReachableFromTheQueueWhateverItIs() {
        Set<GenerationState> reached = EnumSet.of(GenerationState.QUEUED);
        for (GenerationState _ : GenerationState.values()) {
            reached.addAll(reached.stream().flatMap(it -> it.next().stream()).toList());
        }

        assertThat(reached).containsExactlyInAnyOrder(GenerationState.values());
    }

    @ParameterizedTest
    @EnumSource(GenerationState.class)
    void isReadByTheWordThatItIsWrittenWith(GenerationState state) {
        assertThat(GenerationState.of(state.word())).isEqualTo(state);
    }
}
