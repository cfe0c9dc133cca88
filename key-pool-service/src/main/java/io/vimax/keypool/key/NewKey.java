package io.vimax.keypool.key;

import org.jspecify.annotations.Nullable;

/**
 * What a person wants to add.
 *
 * @param secret the key itself, in clear; lives only as long as the call
 * @param scope name of the account or project whose limits it shares
 * @param weight share of the work among keys of one service, from 1
 * @param perMinute requests in any 60 s, or null for no limit of its own
 * @param perDay requests in any 24 h, or null for no limit of its own
 */
record NewKey(
        Service service,
        String secret,
        String label,
        String scope,
        @Nullable String baseUrl,
        int weight,
        @Nullable Integer perMinute,
        @Nullable Integer perDay) {

    @Override
    public String toString() {
        return "NewKey[service=" + service.word() + ", label=" + label + "]";
    }
}
