package io.vimax.worker.provider.wire;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call of a provider.
 *
 * @param keyHeader where the secret goes: as a bearer token into {@code Authorization}, bare into any other
 * @param contentType null where there is no body
 * @param reference our name for the work, for the provider's support
 * @param longest how long the whole answer may take
 */
public record WireCall(
        String method,
        String address,
        @Nullable String secret,
        String keyHeader,
        @Nullable String contentType,
        byte[] body,
        UUID reference,
        Duration longest) {

    private static final byte[] NOTHING = {};

    /** @param address whole address at that endpoint */
    public static WireCall post(Endpoint endpoint, String address, JsonNode body, UUID reference, Duration longest) {
        return post(endpoint, address, "application/json", StrictJson.bytes(body), reference, longest);
    }

    public static WireCall post(
            Endpoint endpoint, String address, String contentType, byte[] body, UUID reference, Duration longest) {
        return new WireCall(
                "POST", address, endpoint.secret(), endpoint.keyHeader(), contentType, body, reference, longest);
    }

    public static WireCall get(Endpoint endpoint, String address, UUID reference, Duration longest) {
        return new WireCall("GET", address, endpoint.secret(), endpoint.keyHeader(), null, NOTHING, reference, longest);
    }

    @Override
    public String toString() {
        return "WireCall[" + method + ", hidden]";
    }
}
