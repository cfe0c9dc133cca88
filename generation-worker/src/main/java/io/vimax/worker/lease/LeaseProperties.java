package io.vimax.worker.lease;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param pool address of key-pool-service, without a path
 * @param identity private JWK that signs this service's tokens
 * @param length how long a lease lives unless it is kept alive
 * @param beat how often it is kept alive
 */
@Validated
@ConfigurationProperties("worker.lease")
record LeaseProperties(
        @DefaultValue("http://127.0.0.1:8084") URI pool,
        @DefaultValue("identity.json") Path identity,
        @DefaultValue("30s") Duration length,
        @DefaultValue("8s") Duration beat) {}
