package io.vimax.editor.autopilot;

import io.vimax.editor.situation.UnitStatus;

/** How much is asked for. */
enum Wish {
    /** What nobody has asked for yet. */
    MISSING,
    /** Also what failed or was cancelled. */
    AGAIN,
    /** Also what is stale. */
    FRESH;

    boolean wants(UnitStatus status) {
        return switch (status) {
            case NOT_STARTED -> true;
            case FAILED, CANCELLED -> this != MISSING;
            case STALE -> this == FRESH;
            case QUEUED, RUNNING, READY -> false;
        };
    }
}
