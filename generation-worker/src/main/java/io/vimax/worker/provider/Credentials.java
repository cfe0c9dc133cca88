package io.vimax.worker.provider;

import org.jspecify.annotations.Nullable;

/** What the leased key allows to send; held for the life of one lease and never written anywhere. */
public record Credentials(@Nullable String secret, @Nullable String baseUrl) {

    /** For providers that need no key. */
    public static final Credentials NONE = new Credentials(null, null);

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
