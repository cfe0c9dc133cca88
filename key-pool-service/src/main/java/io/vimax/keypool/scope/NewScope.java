package io.vimax.keypool.scope;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scope that shall be made.
 *
 * @param zone IANA name such as America/Los_Angeles, or null for UTC
 * @param shared whether it belongs to the installation; only operators may say so
 */
record NewScope(
        @NotBlank @Size(max = 40) String serviceType,
        @NotBlank @Size(max = 120) String name,
        @Size(max = 60) @Nullable String zone,
        @Valid @Size(max = QuotaLimit.MOST_LIMITS) @Nullable List<QuotaLimit> limits,
        @Nullable Boolean shared) {

    boolean belongsToInstallation() {
        return Boolean.TRUE.equals(shared);
    }
}
