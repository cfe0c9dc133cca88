package io.vimax.worker.provider.wire;

import io.vimax.worker.provider.Credentials;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider is, and the key to it.
 *
 * @param root address without a version and without a slash at its end
 */
public record Endpoint(String root, @Nullable String secret) {

    /**
     * The address of the key, else the provider's own. People write it with or without {@code /v1} at its end.
     *
     * @param usual the provider's own address
     */
    public static Endpoint of(Credentials credentials, String usual) {
        String written = credentials.baseUrl();
        String base = written == null || written.isBlank() ? usual : written.strip();
        return new Endpoint(
                base.replaceFirst("/+$", "").replaceFirst("/v1(beta)?$", "").replaceFirst("/+$", ""),
                credentials.secret());
    }

    /** Host in lower case; empty if the address has none. */
    String host() {
        try {
            String host = URI.create(root).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "Endpoint[hidden]";
    }
}
