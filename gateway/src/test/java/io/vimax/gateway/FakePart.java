package io.vimax.gateway;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.vimax.testing.Identities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A part as strict as a real one: it answers only to a token that the gateway signed for it, and keeps what it was sent. */
public final class FakePart implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private volatile HttpHandler behaviour = exchange -> answer(exchange, 200, "{\"from\":\"part\"}");

    public record Call(String method, String path, Headers headers, JWTClaimsSet claims, String body) {}

    public FakePart() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void behave(HttpHandler next) {
        behaviour = next;
    }

    public Call lastCall() {
        try {
            Call call = calls.poll(10, TimeUnit.SECONDS);
            if (call == null) {
                throw new AssertionError("The part was not called");
            }
            return call;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean wasCalled() {
        return !calls.isEmpty();
    }

    public void forget() {
        calls.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JWTClaimsSet claims;
            try {
                claims = verified(exchange.getRequestHeaders().getFirst("Authorization"));
            } catch (Exception e) {
                answer(exchange, 401, "no valid token: " + e);
                return;
            }
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    claims,
                    body));
            behaviour.handle(exchange);
        }
    }

    private static JWTClaimsSet verified(String authorization) throws Exception {
        SignedJWT jwt = SignedJWT.parse(authorization.substring("Bearer ".length()));
        var key = JWKSet.load(Identities.trustFile().toFile())
                .getKeyByKeyId(jwt.getHeader().getKeyID())
                .toECKey();
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        if (!jwt.verify(new ECDSAVerifier(key))
                || !claims.getIssuer().equals("gateway")
                || !claims.getAudience().contains("vimax")) {
            throw new IllegalArgumentException("refused " + claims);
        }
        return claims;
    }

    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
