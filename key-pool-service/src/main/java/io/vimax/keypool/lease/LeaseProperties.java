package io.vimax.keypool.lease;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param url where the Redis of the pool listens
 * @param timeout how long one command may take before the pool counts as away
 * @param longestWait how long a call may wait for a connection when all are busy
 * @param connections most connections; at least the number of calls at once, or some wait for more than a second (FACTS, Jedis)
 */
@Validated
@ConfigurationProperties("key-pool.redis")
record LeaseProperties(
        @NotNull URI url,
        @DefaultValue("250ms") Duration timeout,
        @DefaultValue("2s") Duration longestWait,
        @DefaultValue("64") @Min(1) int connections) {}
