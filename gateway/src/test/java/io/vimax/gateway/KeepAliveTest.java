package io.vimax.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A browser sends one request after the other on a kept connection, and some are refused at once while others wait for Redis or a
 * part. reactor-netty 1.3.7 then forgot to read on in about one of fifty.
 */
class KeepAliveTest {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final int CONNECTIONS = 8;
    private static final int PAIRS = 100;

    @Test
    void answersEveryRequestOfAKeptConnection() throws Exception {
        try (var gateway = TestGateway.start("gateway.limit.burst", "100000");
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> client = () -> converse(gateway);

            var answered = clients.invokeAll(
                    IntStream.range(0, CONNECTIONS).mapToObj(_ -> client).toList());

            assertThat(answered).allSatisfy(it -> assertThat(it.get()).isEqualTo(PAIRS));
        }
    }

    private static int converse(TestGateway gateway) throws IOException {
        String token = TestGateway.commandLineToken();
        try (var connection = new Socket("127.0.0.1", gateway.port())) {
            connection.setTcpNoDelay(true);
            connection.setSoTimeout(20_000); // ms
            for (int pair = 0; pair < PAIRS; pair++) {
                assertThat(status(connection, gateway.host(), "")).isEqualTo(401);
                assertThat(status(connection, gateway.host(), "Authorization: Bearer " + token + "\r\n"))
                        .isEqualTo(200);
            }
        }
        return PAIRS;
    }

    private static int status(Socket connection, String host, String header) throws IOException {
        connection
                .getOutputStream()
                .write("GET /api/v1/session HTTP/1.1\r\nHost: %s\r\n%s\r\n"
                        .formatted(host, header)
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream answer = connection.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = answer.read();
            if (next < 0) {
                throw new EOFException("closed after " + head);
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        assertThat(length.find()).as(head.toString()).isTrue();
        byte[] _ = answer.readNBytes(Integer.parseInt(length.group(1)));
        return Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
    }
}
