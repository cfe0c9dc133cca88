package io.vimax.keypool.key;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param masterKeyFile 32 random bytes, raw or in Base64, readable by this service only */
@Validated
@ConfigurationProperties("key-pool.vault")
record VaultProperties(@NotNull Path masterKeyFile) {}
