package io.vimax.worker.provider.wire;

import io.vimax.worker.provider.Credentials;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider is, and the key to it.
 *
 * @param root address without a version and without a slash at its end
 * @param keyHeader where the key goes
 */
public record Endpoint(String root, @Nullable String secret, String keyHeader) {

    static final String BEARER = "Authorization";

    /** With the key as a bearer token, as nearly all want it. */
    public Endpoint(String root, @Nullable String secret) {
        this(root, secret, BEARER);
    }

    /** The same, with the bare key in a header of its own. */
    public Endpoint withKeyIn(String header) {
        return new Endpoint(root, secret, header);
    }

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

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

    /** Base of an OpenAI-like API: some gateways have it at a version of their own, or below a name. */
    public String openAiBase() {
        return root.matches(".*/v\\d+[a-z]*(/openai)?") ? root : root + "/v1";
    }

    /** Host and port in lower case, such as {@code yunwu.ai:443}; empty if the address has none. */
    String authority() {
        return authority(root);
    }

    static String authority(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() == null) {
                return "";
            }
            int usual = "http".equalsIgnoreCase(uri.getScheme()) ? HTTP : HTTPS;
            return (uri.getHost() + ":" + (uri.getPort() >= 0 ? uri.getPort() : usual)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "Endpoint[hidden]";
    }
}
