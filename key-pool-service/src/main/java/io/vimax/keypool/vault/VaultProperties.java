package io.vimax.keypool.vault;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The master keys that this replica knows; the first one seals until a rotation names another.
 *
 * @param masterKeyFiles files with 32 random bytes each, raw or in Base64, readable by this service only
 * @param masterKeys keys in Base64, for where there are no files
 */
@ConfigurationProperties("key-pool.vault")
record VaultProperties(
        @DefaultValue List<Path> masterKeyFiles,
        @DefaultValue List<String> masterKeys) {

    @Override
    public String toString() {
        return "VaultProperties[" + masterKeyFiles.size() + " files, " + masterKeys.size() + " values]";
    }
}
