package io.vimax.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskStateTest {

    @Test
    void reachesEveryStateFromTheQueue() {
        var reached = EnumSet.of(TaskState.QUEUED);
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            open.poll().next().stream().filter(reached::add).forEach(open::add);
        }

        assertThat(reached).containsExactlyInAnyOrder(TaskState.values());
    }

    @Test
    void endsInThreeStatesForGood() {
        assertThat(TaskState.values())
                .filteredOn(TaskState::isFinal)
                .containsExactly(TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource(TaskState.class)
    void canBeCancelledUnlessItIsOver(TaskState state) {
        assertThat(state.isFinal() || state.next().contains(TaskState.CANCELLED))
                .isTrue();
    }

    @Test
    void neverSendsAgainWhatMayHaveBeenSent() {
        assertThat(TaskState.AMBIGUOUS.next()).containsExactly(TaskState.CANCELLED);
        assertThat(TaskState.OPEN).doesNotContain(TaskState.AMBIGUOUS);
    }

    @Test
    void standsInTheReadmeAsItIs() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(readme).contains("```mermaid\n" + TaskState.diagram() + "```");
    }
}
