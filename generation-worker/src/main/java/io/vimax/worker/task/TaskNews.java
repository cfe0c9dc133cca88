package io.vimax.worker.task;

import io.vimax.worker.progress.ProgressReports;
import io.vimax.worker.progress.Report;
import io.vimax.worker.provider.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells people where a task stands. */
@Component
public class TaskNews {

    private final ProgressReports reports;
    private final Clock clock;

    TaskNews(ProgressReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    public void of(Task task, Progress progress) {
        Duration sofar = task.startedAt() == null ? Duration.ZERO : Duration.between(task.startedAt(), clock.instant());
        reports.report(new Report(
                task.subject(),
                task.fence(),
                task.state().word(),
                progress,
                null,
                sofar,
                task.attempt(),
                task.trace()));
    }

    public void of(Task task, String stage) {
        of(task, new Progress(stage, 1, 1, null));
    }

    public void waiting(Task task, int place) {
        reports.report(new Report(
                task.subject(),
                task.fence(),
                task.state().word(),
                new Progress("waiting for its turn", 1, 1, null),
                place,
                Duration.ZERO,
                task.attempt(),
                task.trace()));
    }

    public void over(UUID task) {
        reports.forget(task);
    }
}
