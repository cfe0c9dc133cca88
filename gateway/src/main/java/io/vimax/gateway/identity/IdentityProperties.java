package io.vimax.gateway.identity;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param key file with the gateway's private JWK
 * @param trust file with the JWK set of public keys that the gateway trusts; the kid is the issuer's name
 */
@ConfigurationProperties("gateway.identity")
record IdentityProperties(@Nullable Path key, @Nullable Path trust) {}
