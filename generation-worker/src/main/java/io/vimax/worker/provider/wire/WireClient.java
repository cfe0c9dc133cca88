package io.vimax.worker.provider.wire;

import io.vimax.worker.address.AddressGuard;
import io.vimax.worker.address.AddressObjection;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calls providers. Sends every request once: what follows from an answer that did not come is for the caller to decide. Follows no
 * redirect, because it might take the key elsewhere.
 */
@Component
public class WireClient {

    private static final String NO_ANSWER = "The provider did not answer in time";
    private static final int LONGEST_COMPLAINT_BYTES = 1024 * 1024;
    private static final String CUT_OFF = "The connection to the provider broke";

    /** For calls that may be repeated, over connections that are kept. */
    private final HttpClient questions;

    private final AddressGuard guard;
    private final WireProperties properties;
    private final Clock clock;

    public WireClient(AddressGuard guard, WireProperties properties, Clock clock) {
        this.guard = guard;
        this.properties = properties;
        this.clock = clock;
        this.questions = newClient();
    }

    /** HTTP/2 would let one connection that breaks make the fate of many calls unknown. */
    private HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.longestConnect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Sends a call and waits for the whole answer. */
    public Answer send(WireCall call) throws InterruptedException {
        URI address;
        try {
            address = URI.create(call.address());
        } catch (IllegalArgumentException e) {
            return notSent(AddressObjection.NOT_OF_THE_WEB);
        }
        Optional<AddressObjection> objection = guard.objectionTo(address);
        return objection.isPresent() ? notSent(objection.get()) : send(call, address);
    }

    private Answer send(WireCall call, URI address) throws InterruptedException {
        HttpRequest.Builder request;
        var body = new WatchedBody(call.body());
        try {
            request = request(call, address)
                    .method(call.method(), call.contentType() == null ? BodyPublishers.noBody() : body);
        } catch (IllegalArgumentException e) {
            // A key with a line break in it. The words of the exception repeat it.
            return new Answer.NotSent("The key has letters that no provider's key has");
        }
        if (call.method().equals("GET")) {
            return send(questions, request.build(), body, call);
        }
        // A connection that was kept may be closed at the other end, and what is lost on it looks as if it had been
        // sent.
        HttpClient once = newClient();
        try {
            return send(once, request.build(), body, call);
        } finally {
            once.shutdownNow();
        }
    }

    private Answer send(HttpClient http, HttpRequest request, WatchedBody body, WireCall call)
            throws InterruptedException {
        var answer = http.sendAsync(
                request,
                BodyHandlers.limiting(
                        BodyHandlers.ofByteArray(), properties.largestAnswer().toBytes()));
        try {
            // Bounded here too: the client's own limit ends with the head of the answer.
            return heard(answer.get(call.longest().toMillis(), TimeUnit.MILLISECONDS), call.secret());
        } catch (TimeoutException e) {
            return body.wasBegun() ? new Answer.Lost(NO_ANSWER) : new Answer.NotSent("The provider cannot be reached");
        } catch (ExecutionException e) {
            return broken(e.getCause(), body.wasBegun());
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpRequest.Builder request(WireCall call, URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json, */*;q=0.5")
                .header("X-Client-Request-Id", call.reference().toString());
        if (call.contentType() != null) {
            request.header("Content-Type", call.contentType());
        }
        if (call.secret() != null) {
            request.header(call.keyHeader(), keyValue(call.keyHeader(), call.secret()));
        }
        return request;
    }

    static String keyValue(String header, String secret) {
        return header.equals(Endpoint.BEARER) ? "Bearer " + secret : secret;
    }

    private Answer heard(HttpResponse<byte[]> response, @Nullable String secret) {
        return new Answer.Heard(
                response.statusCode(), response.headers(), without(secret, response.body()), clock.instant());
    }

    /** Some providers repeat the key when they refuse it, and their words are shown to people. What is long is no complaint. */
    private static byte[] without(@Nullable String secret, byte[] body) {
        if (secret == null || secret.isBlank() || body.length > LONGEST_COMPLAINT_BYTES) {
            return body;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return text.contains(secret) ? text.replace(secret, "[key]").getBytes(StandardCharsets.UTF_8) : body;
    }

    private static Answer notSent(AddressObjection objection) {
        return new Answer.NotSent(words(objection));
    }

    static String words(AddressObjection objection) {
        return switch (objection) {
            case NOT_OF_THE_WEB -> "The provider's address is not one of the web";
            case NO_TLS -> "The provider's address is not https, and a key is not sent in clear";
            case OF_THIS_NETWORK -> "The provider's address leads into this network, and nobody allowed it";
            case UNKNOWN_HOST -> "The provider's host does not exist";
        };
    }

    /** Proof that nothing went out: the connection never stood, or not a byte of the body was asked for. */
    private static Answer broken(@Nullable Throwable cause, boolean bodyBegun) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            switch (one) {
                case HttpConnectTimeoutException _ -> {
                    return new Answer.NotSent("The provider cannot be reached");
                }
                case ConnectException _,
                        UnknownHostException _,
                        NoRouteToHostException _,
                        UnresolvedAddressException _ -> {
                    return new Answer.NotSent("The provider refuses connections");
                }
                case SSLHandshakeException _ -> {
                    return new Answer.NotSent("The provider's certificate is not trusted");
                }
                default -> {}
            }
        }
        if (!bodyBegun) {
            return new Answer.NotSent("The connection to the provider broke before anything was sent");
        }
        return new Answer.Lost(cause instanceof IOException ? CUT_OFF : "The provider's answer could not be read");
    }
}
