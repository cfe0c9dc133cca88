package io.vimax.gateway.signin;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param bind address that the gateway listens on
 * @param ownerId id of the one person of the local mode
 * @param ownerName what the Studio calls that person
 * @param session how long a browser stays signed in
 * @param link how long a one-time link can be used
 */
@ConfigurationProperties("gateway.sign-in")
record SignInProperties(
        String bind,
        @Nullable UUID ownerId,
        @DefaultValue("Owner") String ownerName,
        @DefaultValue("30d") Duration session,
        @DefaultValue("10m") Duration link) {}
