package io.vimax.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads requests from one connection, one after another. */
final class RequestReader {

    private static final int LONGEST_LINE_BYTES = 64 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final int LARGEST_BODY_BYTES = 64 * 1024 * 1024;
    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    private byte[] line = new byte[256];

    /** @param in buffered */
    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next request; empty when the peer has closed the connection between two requests. */
    Optional<Request> read() throws IOException {
        String start = readLine();
        if (start == null) {
            return Optional.empty();
        }
        String[] parts = start.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new MalformedRequest(400, "no request line of HTTP/1.1");
        }
        Map<String, String> headers = readHeaders();
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write(GO_ON);
            out.flush();
        }
        try {
            return Optional.of(Request.of(parts[0], parts[1], headers, readBody(headers)));
        } catch (IllegalArgumentException e) {
            throw new MalformedRequest(400, "a request target that cannot be decoded");
        }
    }

    private Map<String, String> readHeaders() throws IOException {
        var headers = new HashMap<String, String>();
        for (int i = 0; i <= MOST_HEADERS; i++) {
            String line = readLine();
            if (line == null) {
                throw new EOFException();
            }
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedRequest(400, "a header without a colon");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        throw new MalformedRequest(431, "more than " + MOST_HEADERS + " headers");
    }

    private byte[] readBody(Map<String, String> headers) throws IOException {
        String encoding = headers.get("transfer-encoding");
        if (encoding != null) {
            if (!encoding.equalsIgnoreCase("chunked")) {
                throw new MalformedRequest(501, "the transfer encoding " + encoding);
            }
            return readChunks();
        }
        String length = headers.get("content-length");
        if (length == null) {
            return new byte[0];
        }
        return readExactly(size(length, 10));
    }

    private byte[] readChunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            String head = readLine();
            if (head == null) {
                throw new EOFException();
            }
            int size = size(head.split(";", 2)[0].strip(), 16);
            if (size == 0) {
                while (true) {
                    String trailer = readLine();
                    if (trailer == null || trailer.isEmpty()) {
                        return body.toByteArray();
                    }
                }
            }
            if (body.size() + size > LARGEST_BODY_BYTES) {
                throw new MalformedRequest(413, "a body above 64 MiB");
            }
            body.writeBytes(readExactly(size));
            readLine();
        }
    }

    private static int size(String text, int radix) throws MalformedRequest {
        try {
            long size = Long.parseLong(text, radix);
            if (size < 0) {
                throw new MalformedRequest(400, "a negative length");
            }
            if (size > LARGEST_BODY_BYTES) {
                throw new MalformedRequest(413, "a body above 64 MiB");
            }
            return (int) size;
        } catch (NumberFormatException e) {
            throw new MalformedRequest(400, "a length that is no number");
        }
    }

    private byte[] readExactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        return bytes;
    }

    private @Nullable String readLine() throws IOException {
        int length = 0;
        while (true) {
            int next = in.read();
            if (next < 0) {
                if (length == 0) {
                    return null;
                }
                throw new EOFException();
            }
            if (next == '\n') {
                int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
                return new String(line, 0, end, StandardCharsets.ISO_8859_1);
            }
            if (length == line.length) {
                if (length >= LONGEST_LINE_BYTES) {
                    throw new MalformedRequest(431, "a line above 64 KiB");
                }
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = (byte) next;
        }
    }
}
