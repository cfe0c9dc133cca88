package io.vimax.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** Puts replies on one connection. */
final class ReplyWriter {

    private static final byte[] CHUNKS_END = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SLOW_STEPS_PER_SECOND = 10;

    private final Socket socket;
    private final OutputStream out;

    ReplyWriter(Socket socket, OutputStream out) {
        this.socket = socket;
        this.out = out;
    }

    /** Whether the connection can be used again. */
    boolean write(Reply reply, boolean bodyWanted) throws IOException, InterruptedException {
        switch (reply) {
            case Reply.Full full -> {
                send(full, bodyWanted ? full.body().length : 0);
                return true;
            }
            case Reply.Stream stream -> {
                send(stream);
                out.write(CHUNKS_END);
                out.flush();
                return true;
            }
            case Reply.BrokenStream(Reply.Stream stream) -> {
                send(stream);
                return false;
            }
            case Reply.Cut(Reply.Full full, int bytes) -> {
                send(full, Math.min(bytes, full.body().length));
                drain();
                reset();
                return false;
            }
            case Reply.Slow(Reply.Full full, int bytesPerSecond) -> {
                send(full, 0);
                crawl(full.body(), bytesPerSecond);
                return true;
            }
            case Reply.HalfOpen(Reply.Full full, int bytes, Duration longest) -> {
                send(full, Math.min(bytes, full.body().length));
                waitForLeave(longest);
                return false;
            }
            case Reply.Silence(Duration longest) -> {
                waitForLeave(longest);
                return false;
            }
            case Reply.Reset() -> {
                reset();
                return false;
            }
            case Reply.Endless endless -> {
                pour(endless);
                return false;
            }
        }
    }

    private void pour(Reply.Endless endless) throws IOException {
        boolean ends = endless.length() >= 0;
        String length = ends ? "Content-Length: " + endless.length() + "\r\n" : "";
        out.write(head(endless.status(), endless.headers(), length + "Connection: close\r\n"));
        byte[] chunk = endless.chunk();
        for (long sent = 0; !ends || sent < endless.length(); sent += chunk.length) {
            out.write(chunk, 0, ends ? (int) Math.min(chunk.length, endless.length() - sent) : chunk.length);
        }
    }

    private void send(Reply.Full full, int bytes) throws IOException {
        byte[] head = head(full.status(), full.headers(), length(full));
        byte[] all = Arrays.copyOf(head, head.length + bytes);
        System.arraycopy(full.body(), 0, all, head.length, bytes);
        // One write: two small ones would wait for each other's acknowledgement on some systems.
        out.write(all);
        out.flush();
    }

    /** An answer without content carries no length (RFC 9110, 8.6). */
    private static String length(Reply.Full full) {
        return full.status() == 204 || full.status() == 304 ? "" : "Content-Length: " + full.body().length + "\r\n";
    }

    private void send(Reply.Stream stream) throws IOException, InterruptedException {
        out.write(head(stream.status(), stream.headers(), "Transfer-Encoding: chunked\r\n"));
        out.flush();
        stream.parts().writeTo(part -> {
            out.write((Integer.toHexString(part.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(part);
            out.write('\r');
            out.write('\n');
            out.flush();
        });
    }

    private void crawl(byte[] body, int bytesPerSecond) throws IOException, InterruptedException {
        int step = Math.max(1, bytesPerSecond / SLOW_STEPS_PER_SECOND);
        for (int at = 0; at < body.length; at += step) {
            out.write(body, at, Math.min(step, body.length - at));
            out.flush();
            Thread.sleep(1000 / SLOW_STEPS_PER_SECOND);
        }
    }

    /** A reset throws away what the peer has not read yet, so the part that it shall see has to arrive first. */
    private static void drain() throws InterruptedException {
        Thread.sleep(50);
    }

    private void reset() throws SocketException {
        socket.setSoLinger(true, 0);
    }

    private void waitForLeave(Duration longest) throws IOException {
        socket.setSoTimeout(Math.clamp(longest.toMillis(), 1, Integer.MAX_VALUE));
        try {
            // Whatever comes, the peer has no answer yet: only its leaving counts, and reading is how it shows.
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketTimeoutException e) {
            // Long enough.
        }
    }

    private static byte[] head(int status, Map<String, String> headers, String framing) {
        var head = new StringBuilder(192);
        head.append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(reason(status))
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append(framing).append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 206 -> "Partial Content";
            case 302 -> "Found";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 416 -> "Range Not Satisfiable";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status";
        };
    }
}
