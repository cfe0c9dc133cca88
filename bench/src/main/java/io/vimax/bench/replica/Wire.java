package io.vimax.bench.replica;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kept HTTP/1.1 connection to a loopback port, for one thread. The load and what it loads share two cores, so a call must cost the
 * client little; a general client costs more than half of what the service does.
 */
public final class Wire implements AutoCloseable {

    private static final int CONNECT_MS = 1_000;

    private final int port;
    private final int timeoutMs;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    /** @param timeoutMs for each read, in milliseconds */
    public Wire(int port, int timeoutMs) {
        this.port = port;
        this.timeoutMs = timeoutMs;
    }

    /**
     * What was answered.
     *
     * @param retryAfterMs what the header {@code retry-after-ms} says, in milliseconds; -1 without it
     */
    public record Reply(int status, byte[] body, long retryAfterMs) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** @throws IOException if there is no answer; the request may or may not have been carried out */
    public Reply post(String path, String token, String body) throws IOException {
        return send(path, "Authorization: Bearer " + token + "\r\n", body);
    }

    /** @throws IOException if there is no answer; the request may or may not have been carried out */
    public Reply post(String path, Map<String, String> headers, String body) throws IOException {
        var lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
        return send(path, lines.toString(), body);
    }

    private Reply send(String path, String headers, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers
                        + "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[head.length + content.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(content, 0, request, head.length, content.length);
        try {
            InputStream answers = open(request);
            return read(answers);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private InputStream open(byte[] request) throws IOException {
        Socket there = socket;
        InputStream answers = in;
        if (there == null || answers == null) {
            there = new Socket();
            there.setTcpNoDelay(true);
            there.setSoTimeout(timeoutMs);
            there.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
            answers = new BufferedInputStream(there.getInputStream(), 4096);
            socket = there;
            in = answers;
        }
        there.getOutputStream().write(request);
        return answers;
    }

    private static Reply read(InputStream from) throws IOException {
        String first = line(from);
        int status = Integer.parseInt(first.substring(9, 12));
        int length = -1;
        boolean chunked = false;
        long retryAfterMs = -1;
        for (String header = line(from); !header.isEmpty(); header = line(from)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                chunked = true;
            } else if (lower.startsWith("retry-after-ms:")) {
                retryAfterMs = Long.parseLong(lower.substring(15).strip());
            }
        }
        if (!chunked) {
            return new Reply(status, bytes(from, Math.max(0, length)), retryAfterMs);
        }
        var whole = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(from), 16); size > 0; size = Integer.parseInt(line(from), 16)) {
            whole.write(bytes(from, size));
            line(from);
        }
        line(from);
        return new Reply(status, whole.toByteArray(), retryAfterMs);
    }

    private static byte[] bytes(InputStream from, int length) throws IOException {
        byte[] read = from.readNBytes(length);
        if (read.length < length) {
            throw new EOFException("The answer was cut off");
        }
        return read;
    }

    private static String line(InputStream from) throws IOException {
        var line = new StringBuilder(64);
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new EOFException("The connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        Socket there = socket;
        socket = null;
        in = null;
        if (there != null) {
            try {
                there.close();
            } catch (IOException _) {
                // It is given up in any case.
            }
        }
    }
}
