package io.vimax.worker.task;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param worker name of this replica; two live replicas must not share it. Empty: a name that is never used again
 * @param heartbeat how often a claim says that it lives
 * @param adoptAfter age of the last heartbeat, by the database clock, after which others take a claim over
 * @param poll how often the table is asked even if no signal came
 * @param mostRunning claims that one replica holds at once
 * @param mostPerLane claims that one replica holds at once for one model of one provider
 * @param mostAttempts attempts that a provider's unavailability may cost
 * @param deadline how long one attempt may run
 * @param crashFolder where a drill says at which crash point it wants to kill this replica; null for none
 */
@Validated
@ConfigurationProperties("worker.task")
public record TaskProperties(
        @DefaultValue("") String worker,
        @DefaultValue("3s") Duration heartbeat,
        @DefaultValue("15s") Duration adoptAfter,
        @DefaultValue("250ms") Duration poll,
        @DefaultValue("16") @Min(1) int mostRunning,
        @DefaultValue("6") @Min(1) int mostPerLane,
        @DefaultValue("3") @Min(1) int mostAttempts,
        @DefaultValue("2s") Duration firstBackOff,
        @DefaultValue("30m") Duration deadline,
        @Nullable Path crashFolder) {

    public TaskProperties {
        worker = worker.isBlank() ? "worker-" + UUID.randomUUID() : worker;
    }
}
