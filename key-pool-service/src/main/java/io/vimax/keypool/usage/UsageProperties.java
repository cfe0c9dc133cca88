package io.vimax.keypool.usage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long usage is kept.
 *
 * @param leases every single settled lease
 * @param cells sums of half hours
 */
@ConfigurationProperties("key-pool.usage")
record UsageProperties(
        @DefaultValue("90d") Duration leases,
        @DefaultValue("400d") Duration cells) {}
