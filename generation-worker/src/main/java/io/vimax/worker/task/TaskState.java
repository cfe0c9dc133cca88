package io.vimax.worker.task;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a task stands. Stored by name: a state may be added, never renamed. */
public enum TaskState {
    /** Nothing was sent to a provider. */
    QUEUED,
    /** The provider is being asked, or was when its worker died. */
    SUBMITTING,
    /** The provider has the job and we have its id. */
    RUNNING,
    /** The provider is done; the results are being copied. */
    STORING,
    /** The results are stored. Final. */
    SUCCEEDED,
    /** It ended without a result. Final. */
    FAILED,
    /** A person stopped it. Final. */
    CANCELLED,
    /** Nobody knows whether the provider took it; a person decides. */
    AMBIGUOUS;

    /** The states that a worker claims. */
    static final Set<TaskState> OPEN = EnumSet.of(QUEUED, SUBMITTING, RUNNING, STORING);

    Set<TaskState> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(SUBMITTING, FAILED, CANCELLED);
            case SUBMITTING -> EnumSet.of(RUNNING, QUEUED, AMBIGUOUS, FAILED, CANCELLED);
            case RUNNING -> EnumSet.of(STORING, QUEUED, FAILED, CANCELLED);
            case STORING -> EnumSet.of(SUCCEEDED, FAILED, CANCELLED);
            case AMBIGUOUS -> EnumSet.of(CANCELLED);
            case SUCCEEDED, FAILED, CANCELLED -> EnumSet.noneOf(TaskState.class);
        };
    }

    public boolean isFinal() {
        return next().isEmpty();
    }

    /** The table as a Mermaid diagram, for the README. */
    static String diagram() {
        return Arrays.stream(values())
                .flatMap(from -> from.next().stream().map(to -> "    " + from.word() + " --> " + to.word()))
                .collect(Collectors.joining("\n", "stateDiagram-v2\n    [*] --> queued\n", "\n"));
    }

    /** As events name it. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
