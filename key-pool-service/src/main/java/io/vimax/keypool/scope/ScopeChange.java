package io.vimax.keypool.scope;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shall change; what is left out stays.
 *
 * @param limits all limits of the scope from now on
 */
record ScopeChange(
        @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 120) @Nullable
        String name,

        @Size(max = 60) @Nullable String zone,
        @Valid @Size(max = QuotaLimit.MOST_LIMITS) @Nullable List<QuotaLimit> limits) {}
