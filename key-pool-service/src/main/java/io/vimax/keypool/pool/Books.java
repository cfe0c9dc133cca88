package io.vimax.keypool.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;

/**
 * What the books know, for a server that lost its memory; the names are those of restore.lua, times are epoch milliseconds.
 *
 * @param fence the highest that was ever given out
 * @param restMs how long scopes with limits by the minute rest, in milliseconds
 */
public record Books(
        String epoch, long fence, List<Open> open, List<Used> used, List<Log> logs, List<Rest> rests, long restMs) {

    /** @param price millionths of a US dollar that were reserved */
    public record Open(
            UUID id, UUID key, UUID scope, String model, long fence, long expiry, long granted, long price) {}

    /** @param n requests, or millionths of a US dollar, of the window that runs now */
    public record Used(UUID scope, String field, String kind, long n) {}

    /** @param at grants, newest first */
    public record Log(String holder, String kind, long window, List<Long> at) {}

    /** @param scope of the holder, empty for a model or the provider */
    public record Rest(
            String scope,
            String holder,
            @JsonProperty("until") long until,
            int n,
            long since,
            boolean half,
            String reason) {}

    /** For a pool that begins with nothing. */
    public static Books empty(String epoch) {
        return new Books(epoch, 0, List.of(), List.of(), List.of(), List.of(), 0);
    }
}
