package io.vimax.simulator.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back over the wire, honest or not. */
public sealed interface Reply {

    /** A whole answer with its length. */
    record Full(int status, Map<String, String> headers, byte[] body) implements Reply {

        /** The same answer with one more header. */
        public Full with(String name, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Full(status, more, body);
        }

        /** The same answer with another body of the same kind. */
        public Full with(byte[] other) {
            return new Full(status, headers, other);
        }
    }

    /** An answer of unknown length in chunks, such as server-sent events; the reply ends when {@code parts} returns. */
    record Stream(int status, Map<String, String> headers, Parts parts) implements Reply {}

    /** A stream that breaks off after its parts, without the end that it owes. */
    record BrokenStream(Stream stream) implements Reply {}

    /** Promises the whole length, sends {@code bytes} of it and resets the connection. */
    record Cut(Full full, int bytes) implements Reply {}

    /** The whole answer at a crawl. */
    record Slow(Full full, int bytesPerSecond) implements Reply {}

    /** Sends the head and {@code bytes} of the body, then nothing more; the connection stays open for {@code longest}. */
    record HalfOpen(Full full, int bytes, Duration longest) implements Reply {}

    /** Sends nothing; the connection stays open until the peer leaves or {@code longest} is over. */
    record Silence(Duration longest) implements Reply {}

    /** Resets the connection (RST) without an answer. */
    record Reset() implements Reply {}

    /**
     * Repeats {@code chunk} for as long as the peer reads.
     *
     * @param length bytes that it promises and sends at most; negative promises nothing and does not end
     */
    record Endless(int status, Map<String, String> headers, byte[] chunk, long length) implements Reply {}

    /** Writes the parts of a stream. */
    @FunctionalInterface
    interface Parts {
        void writeTo(Sink sink) throws IOException, InterruptedException;
    }

    /** Takes one part and sends it at once. */
    @FunctionalInterface
    interface Sink {
        void send(byte[] part) throws IOException;
    }

    static Full of(int status, String contentType, byte[] body) {
        return new Full(status, Map.of("Content-Type", contentType), body);
    }

    static Full html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }
}
