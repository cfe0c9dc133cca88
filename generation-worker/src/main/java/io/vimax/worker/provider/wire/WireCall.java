package io.vimax.worker.provider.wire;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call of a provider.
 *
 * @param secret goes out as a bearer token
 * @param contentType null where there is no body
 * @param reference our name for the work, for the provider's support
 * @param longest how long the whole answer may take
 */
public record WireCall(
        String method,
        String address,
        @Nullable String secret,
        @Nullable String contentType,
        byte[] body,
        UUID reference,
        Duration longest) {

    private static final byte[] NOTHING = {};

    public static WireCall get(Endpoint endpoint, String path, UUID reference, Duration longest) {
        return new WireCall("GET", endpoint.root() + path, endpoint.secret(), null, NOTHING, reference, longest);
    }

    public static WireCall post(Endpoint endpoint, String path, JsonNode body, UUID reference, Duration longest) {
        return post(endpoint, path, "application/json", StrictJson.bytes(body), reference, longest);
    }

    public static WireCall post(
            Endpoint endpoint, String path, String contentType, byte[] body, UUID reference, Duration longest) {
        return new WireCall("POST", endpoint.root() + path, endpoint.secret(), contentType, body, reference, longest);
    }

    @Override
    public String toString() {
        return "WireCall[" + method + ", hidden]";
    }
}
