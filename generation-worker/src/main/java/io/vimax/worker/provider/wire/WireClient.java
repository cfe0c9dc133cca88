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
    private static final String CUT_OFF = "The connection to the provider broke";

    private final HttpClient http;
    private final AddressGuard guard;
    private final WireProperties properties;
    private final Clock clock;

    public WireClient(AddressGuard guard, WireProperties properties, Clock clock) {
        this.guard = guard;
        this.properties = properties;
        this.clock = clock;
        // HTTP/2 would let one connection that breaks make the fate of many calls unknown.
        this.http = HttpClient.newBuilder()
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
        HttpRequest request;
        try {
            request = request(call, address);
        } catch (IllegalArgumentException e) {
            // A key with a line break in it. The words of the exception repeat it.
            return new Answer.NotSent("The key has letters that no provider's key has");
        }
        var answer = http.sendAsync(
                request,
                BodyHandlers.limiting(
                        BodyHandlers.ofByteArray(), properties.largestAnswer().toBytes()));
        try {
            // Bounded here too: the client's own limit ends with the head of the answer.
            return heard(answer.get(call.longest().toMillis(), TimeUnit.MILLISECONDS), call.secret());
        } catch (TimeoutException e) {
            return new Answer.Lost(NO_ANSWER);
        } catch (ExecutionException e) {
            return broken(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpRequest request(WireCall call, URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header("X-Client-Request-Id", call.reference().toString())
                .method(
                        call.method(),
                        call.contentType() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        if (call.contentType() != null) {
            request.header("Content-Type", call.contentType());
        }
        if (call.secret() != null) {
            request.header("Authorization", "Bearer " + call.secret());
        }
        return request.build();
    }

    private Answer heard(HttpResponse<byte[]> response, @Nullable String secret) {
        byte[] body = response.body();
        boolean isOk = response.statusCode() / 100 == 2;
        return new Answer.Heard(
                response.statusCode(), response.headers(), isOk ? body : without(secret, body), clock.instant());
    }

    /** Some providers repeat the key when they refuse it, and their words are shown to people. */
    private static byte[] without(@Nullable String secret, byte[] body) {
        if (secret == null || secret.isBlank()) {
            return body;
        }
        return new String(body, StandardCharsets.UTF_8).replace(secret, "[key]").getBytes(StandardCharsets.UTF_8);
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

    /** Only what happens before the connection stands proves that nothing went out. */
    private static Answer broken(@Nullable Throwable cause) {
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
        return new Answer.Lost(cause instanceof IOException ? CUT_OFF : "The provider's answer could not be read");
    }
}
