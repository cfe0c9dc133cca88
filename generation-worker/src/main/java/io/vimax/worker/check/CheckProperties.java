package io.vimax.worker.check;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param privateHosts hosts with their ports, such as {@code gateway.lan:8443}, that may be called although they are of this
 *     network
 * @param longestAnswer how long a provider may take
 */
@ConfigurationProperties("worker.check")
record CheckProperties(
        @DefaultValue List<String> privateHosts,
        @DefaultValue("10s") Duration longestAnswer) {}
