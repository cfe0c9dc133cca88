package io.vimax.keypool.pool;

import java.util.List;

/**
 * How a provider is as a whole; times are epoch milliseconds by the clock of Redis.
 *
 * @param inFlight live leases of all its keys
 * @param rests of the provider and of models; one that is over and has {@code half} waits for the job that tries
 */
public record Overview(long at, int inFlight, List<KeyView.RestView> rests) {

    public Overview {
        rests = rests == null ? List.of() : rests;
    }
}
