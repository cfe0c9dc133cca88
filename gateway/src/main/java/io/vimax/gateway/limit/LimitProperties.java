package io.vimax.gateway.limit;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param burst most requests of one person at once; a Studio page with many pictures needs some hundred
 * @param perSecond how many come back each second
 * @param patience longest wait for Redis before a request passes unlimited
 */
@Validated
@ConfigurationProperties("gateway.limit")
record LimitProperties(
        @DefaultValue("600") @Min(1) int burst,
        @DefaultValue("100") @Min(1) int perSecond,
        @DefaultValue("500ms") Duration patience) {}
