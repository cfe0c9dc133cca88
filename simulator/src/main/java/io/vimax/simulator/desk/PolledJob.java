package io.vimax.simulator.desk;

import io.vimax.simulator.job.Job;
import io.vimax.simulator.scenario.Scenario;
import java.time.Instant;

/** A job as one poll finds it, in no protocol's words. */
public record PolledJob(Job job, Instant now, Job.Polls polls) {

    private static final double QUEUED_SHARE = 0.08;

    /** Where it stands. */
    public enum Standing {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    public Standing standing() {
        if (job.cancelled()) {
            return Standing.CANCELLED;
        }
        if (job.over(now)) {
            return job.failure().isPresent() ? Standing.FAILED : Standing.DONE;
        }
        return share() < QUEUED_SHARE ? Standing.QUEUED : Standing.RUNNING;
    }

    /** How much is done, 0 to 1; a lying job says something else at every poll. */
    public double share() {
        if (job.strikes().has(Scenario.LYING_STATUS) && !job.over(now)) {
            return switch (polls.all() % 3) {
                case 0 -> 0;
                case 1 -> 0.99;
                default -> 0.4;
            };
        }
        return job.share(now);
    }

    /** Whether a job that is done shows its link; a scenario may hold it back for some polls. */
    public boolean showsLink() {
        return job.strikes()
                .find(Scenario.COMPLETED_WITHOUT_LINK)
                .map(strike -> strike.numberOr(1))
                .map(without -> without > 0 && polls.afterEnd() > without)
                .orElse(true);
    }
}
