package io.vimax.worker.check;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param pool address of key-pool-service, without a path
 * @param privateHosts hosts with their ports, such as {@code gateway.lan:8443}, that may be called although they are of this
 *     network
 * @param longestAnswer how long a provider may take
 */
@ConfigurationProperties("worker.check")
record CheckProperties(
        @DefaultValue("http://127.0.0.1:8084") URI pool,
        @DefaultValue List<String> privateHosts,
        @DefaultValue("10s") Duration longestAnswer) {}
