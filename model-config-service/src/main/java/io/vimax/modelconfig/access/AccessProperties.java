package io.vimax.modelconfig.access;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param trust JWK set with the public keys of the callers this service trusts; the kid of a key is its issuer's name */
@Validated
@ConfigurationProperties("access")
record AccessProperties(@NotNull Path trust) {}
