package io.vimax.gateway.redis;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url {@code redis://host:port}
 * @param timeout longest wait for a connection and for an answer
 * @param connections most connections at once; a caller beyond waits for one as long as the timeout
 */
@ConfigurationProperties("gateway.redis")
record RedisProperties(
        URI url,
        @DefaultValue("1s") Duration timeout,
        @DefaultValue("64") int connections) {}
