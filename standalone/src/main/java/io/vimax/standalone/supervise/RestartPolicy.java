package io.vimax.standalone.supervise;

import java.time.Duration;

/**
 * What happens after a process has ended that should not have. One that had been in service for a while starts again at
 * once; one that fails again and again gets growing pauses and is given up in the end, so that a person sees the cause.
 *
 * @param most failures in a row after which a part is given up
 * @param mostUnready the same for a part that has never been ready: its cause is hardly one that passes
 * @param steady time in service after which earlier failures are forgotten
 */
record RestartPolicy(int most, int mostUnready, Duration steady) {
    static final RestartPolicy USUAL = new RestartPolicy(8, 4, Duration.ofSeconds(30));

    sealed interface NextStep {
        record StartAgain(Duration pause) implements NextStep {}

        record GiveUp() implements NextStep {}
    }

    /**
     * Decides about a part that has ended.
     *
     * @param failures how often in a row it has ended, this time included
     * @param wasReady whether it was ever ready
     */
    NextStep after(int failures, boolean wasReady) {
        if (failures >= (wasReady ? most : mostUnready)) {
            return new NextStep.GiveUp();
        }
        return new NextStep.StartAgain(
                failures <= 1 ? Duration.ZERO : Duration.ofMillis(Math.min(15_000, 500L << (failures - 2))));
    }
}
