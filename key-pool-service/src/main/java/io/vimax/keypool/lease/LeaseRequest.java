package io.vimax.keypool.lease;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vimax.keypool.pool.Wish;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a worker asks for.
 *
 * @param leaseId made by the worker; the same id again gets the same answer
 * @param more ids of further leases for the same work, lent in the same step as far as keys are free
 * @param owner name of the worker, for the books
 * @param preferredKey the key that has the provider's job; another is lent when it is not free
 * @param lengthMs how long a lease lives unless extended, in milliseconds
 * @param priceMicros what each is expected to cost, in millionths of a US dollar; reserved where spending is limited
 */
record LeaseRequest(
        @NotNull UUID leaseId,

        @JsonProperty("more_lease_ids") @Size(max = 99) @Nullable
        List<UUID> more,

        @NotBlank @Size(max = 40) String service,
        @NotBlank @Size(max = 120) String model,
        @NotNull UUID generationId,
        @NotBlank @Size(max = 120) String owner,
        @NotNull UUID userId,

        @JsonProperty("excluded_keys") @Size(max = 200) @Nullable
        List<UUID> excluded,

        @Nullable UUID preferredKey,
        @Min(1_000) @Max(600_000) long lengthMs,
        @Min(0) @Max(1_000_000_000_000L) @Nullable Long priceMicros) {

    List<UUID> leaseIds() {
        return more == null
                ? List.of(leaseId)
                : Stream.concat(Stream.of(leaseId), more.stream()).distinct().toList();
    }

    long price() {
        return priceMicros == null ? 0 : priceMicros;
    }

    /** @param owners persons with keys of their own; nobody else's ring is looked at */
    Wish toWish(Set<UUID> owners) {
        return new Wish(
                leaseIds(),
                model,
                owners.contains(userId) ? userId : null,
                excluded == null ? Set.of() : Set.copyOf(excluded),
                preferredKey,
                Duration.ofMillis(lengthMs),
                price());
    }
}
