package io.vimax.worker.provider.wire;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What came of a call. The three differ in what is known of the work that it asked for. */
public sealed interface Answer {

    /** No byte of the request went out: nothing can have been taken, and asking again is safe. */
    record NotSent(String detail) implements Answer {}

    /** The request may have arrived, and no answer did: nobody knows whether the work was taken. */
    record Lost(String detail) implements Answer {}

    /**
     * An answer arrived, whole.
     *
     * @param body as it came, but for the key, should the provider have repeated it
     * @param at when it arrived
     */
    record Heard(int status, HttpHeaders headers, byte[] body, Instant at) implements Answer {

        private static final int OK = 200;
        private static final int REDIRECT = 300;

        public boolean isOk() {
            return status >= OK && status < REDIRECT;
        }

        /** The body, whatever its Content-Type; empty if it is no JSON object, or one too deep to be an answer. */
        public Optional<JsonNode> json() {
            return StrictJson.object(body);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "Heard[" + status + ", " + body.length + " bytes]";
        }
    }
}
