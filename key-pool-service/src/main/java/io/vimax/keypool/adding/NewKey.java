package io.vimax.keypool.adding;

import io.vimax.keypool.key.KeySettings;
import io.vimax.keypool.key.Service;
import io.vimax.keypool.scope.QuotaLimit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shall be added.
 *
 * @param secret the key itself, in clear; lives only as long as the call
 * @param scope name of the account or project whose limits it shares, or null for the scope of the settings
 * @param limits limits of its own beside those in the settings
 * @param check whether it is lent only after a check
 */
public record NewKey(
        Service service,
        String secret,
        @Nullable String scope,
        KeySettings settings,
        List<QuotaLimit> limits,
        boolean check) {

    @Override
    public String toString() {
        return "NewKey[service=" + service.word() + ", label=" + settings.label() + "]";
    }
}
