package io.vimax.worker.asset.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What may be thrown away.
 *
 * @param mode whether anything is
 * @param grace how old an asset must be; longer than Kafka keeps the events that could still name it
 * @param unusedFor for how long nothing must have used it
 */
@Validated
@ConfigurationProperties("worker.asset.retention")
record RetentionProperties(
        @DefaultValue("off") Mode mode,
        @DefaultValue("30d") Duration grace,
        @DefaultValue("14d") Duration unusedFor) {

    enum Mode {
        /** Nothing is asked, nothing goes. */
        OFF,
        /** The editor is asked and the answers are noted; what would go is counted and logged. */
        DRY_RUN,
        /** It goes. */
        ON
    }
}
