package io.vimax.worker.check;

import io.vimax.worker.address.AddressGuard;
import io.vimax.worker.address.AddressObjection;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Asks a provider about a key and judges the answer. Follows no redirect: it might lead where the guard forbids. */
@Component
class AskProvider {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(3);
    /** A list of models of the largest gateways has some hundred kilobytes. */
    private static final long LARGEST_ANSWER_BYTES = 4L * 1024 * 1024;

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LONGEST_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final AddressGuard guard;
    private final Duration longest;

    AskProvider(AddressGuard guard, CheckProperties properties) {
        this.guard = guard;
        this.longest = properties.longestAnswer();
    }

    CheckResult ask(CheckQuestion question) throws InterruptedException {
        Optional<HttpRequest> request;
        try {
            request = ProviderQuestion.of(question, longest);
        } catch (IllegalArgumentException e) {
            return CheckResult.unreachable("bad_address", "the address of the key is not one of the web");
        }
        if (request.isEmpty()) {
            return CheckResult.unreachable("no_free_call", "this provider has no call that costs nothing");
        }
        Optional<AddressObjection> objection = guard.objectionTo(request.get().uri());
        return objection.isPresent() ? unreachable(objection.get()) : send(request.get());
    }

    private static CheckResult unreachable(AddressObjection objection) {
        return switch (objection) {
            case NOT_OF_THE_WEB ->
                CheckResult.unreachable("bad_address", "the address of the key is not one of the web");
            case NO_TLS ->
                CheckResult.unreachable("no_tls", "the address of the key is not https; a key is not sent in clear");
            case OF_THIS_NETWORK ->
                CheckResult.unreachable(
                        "private_address", "the address of the key leads into this network, and nobody allowed it");
            case UNKNOWN_HOST ->
                CheckResult.unreachable("unknown_host", "the host of the key's address does not exist");
        };
    }

    private CheckResult send(HttpRequest request) throws InterruptedException {
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER_BYTES));
        try {
            // Bounded here too: the client's own limit ends with the head of the answer.
            return judge(answer.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return CheckResult.unreachable("no_answer", "the provider did not answer in time");
        } catch (ExecutionException e) {
            return e.getCause() instanceof IOException
                    ? CheckResult.unreachable("no_answer", "the provider cannot be reached at this address")
                    : CheckResult.unreachable("unexpected_answer", "the provider's answer could not be read");
        } finally {
            answer.cancel(true);
        }
    }

    private static CheckResult judge(HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8).strip();
        boolean json = body.startsWith("{") || body.startsWith("[");
        return switch (answer.statusCode()) {
            case OK ->
                json
                        ? CheckResult.passed("ok", "the provider knows the key")
                        : CheckResult.unreachable(
                                "unexpected_answer", "the address answers, but not as a provider does");
            case UNAUTHORIZED -> CheckResult.failed("the provider refused the key");
            // Gemini's way to say it: status 400 with reason API_KEY_INVALID in the details.
            case BAD_REQUEST ->
                body.contains("API_KEY_INVALID")
                        ? CheckResult.failed("the provider refused the key")
                        : CheckResult.unreachable("unexpected_answer", "the provider answered with status 400");
            // Who is told to slow down is known.
            case TOO_MANY_REQUESTS ->
                CheckResult.passed("rate_limited", "the provider knows the key and asked to wait");
            case FORBIDDEN ->
                CheckResult.unreachable(
                        "forbidden", "the provider answered with status 403: a permission or credit may be missing");
            default ->
                CheckResult.unreachable(
                        "unexpected_answer", "the provider answered with status " + answer.statusCode());
        };
    }
}
