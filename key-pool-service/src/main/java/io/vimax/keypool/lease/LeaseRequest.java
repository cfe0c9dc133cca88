package io.vimax.keypool.lease;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a worker asks for.
 *
 * @param leaseId made by the worker; the same id again gets the same answer
 * @param owner name of the worker, for the books
 * @param lengthMs how long the lease lives unless extended, in milliseconds
 */
record LeaseRequest(
        @NotNull UUID leaseId,
        @NotBlank @Size(max = 40) String service,
        @NotBlank @Size(max = 120) String model,
        @NotNull UUID generationId,
        @NotBlank @Size(max = 120) String owner,
        @NotNull UUID userId,

        @JsonProperty("excluded_keys") @Size(max = 200) @Nullable
        List<UUID> excluded,

        @Nullable UUID preferredKey,
        @Min(1_000) @Max(600_000) long lengthMs) {

    List<UUID> excludedKeys() {
        return excluded == null ? List.of() : excluded;
    }
}
