package io.vimax.worker.provider.wire;

import io.vimax.worker.address.AddressGuard;
import io.vimax.worker.address.AddressObjection;
import io.vimax.worker.provider.Product.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fetches results from behind links that a provider named. A link, and each place that it leads on to, must be of a host that the
 * configuration allows and of no private network; a key goes along only to the provider itself, and only where results need one. A file counts when it came whole.
 */
@Component
public class Downloads {

    private static final int MOST_REDIRECTS = 5;
    private static final int OK = 200;
    private static final long BYTES_IN_MB = 1024L * 1024;

    private final HttpClient http;
    private final AddressGuard guard;
    private final WireProperties properties;

    public Downloads(AddressGuard guard, WireProperties properties) {
        this.guard = guard;
        this.properties = properties;
        this.http = HttpClient.newBuilder()
                .connectTimeout(properties.longestConnect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What came of it. */
    public sealed interface Delivery {

        record Delivered(Path file) implements Delivery {}

        /** It did not come, and asking again will not help. One sentence for people. */
        record Missing(String detail) implements Delivery {}

        /** This machine has no room for it. */
        record NoRoom(String detail) implements Delivery {}
    }

    /** One try. */
    private sealed interface Try {
        record Over(Delivery delivery) implements Try {}

        record Again(String detail) implements Try {}

        record Elsewhere(String link) implements Try {}
    }

    /** Fetches the file behind a link into {@code target}, trying as often as the properties say. */
    public Delivery fetch(String link, ResultHosts hosts, Path target, Role role) throws InterruptedException {
        String detail = "The result could not be fetched.";
        for (int attempt = 1; attempt <= properties.downloadTries(); attempt++) {
            if (attempt > 1) {
                Thread.sleep(properties.betweenTries());
            }
            switch (follow(link, hosts, target, role)) {
                case Try.Over(var delivery) -> {
                    return delivery;
                }
                case Try.Again(var reason) -> detail = reason;
                case Try.Elsewhere _ -> detail = "The link to the result leads round in a circle.";
            }
        }
        return new Delivery.Missing(detail);
    }

    private Try follow(String link, ResultHosts hosts, Path target, Role role) throws InterruptedException {
        String next = link;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Try once = once(next, hosts, target, role);
            if (!(once instanceof Try.Elsewhere(var elsewhere))) {
                return once;
            }
            next = elsewhere;
        }
        return new Try.Elsewhere(next);
    }

    private Try once(String link, ResultHosts hosts, Path target, Role role) throws InterruptedException {
        URI address;
        HttpRequest request;
        try {
            address = URI.create(link);
            if (!hosts.allow(address)) {
                return missing("The result lies at " + hostOf(address)
                        + ", which the provider's configuration does not name, so it was not fetched.");
            }
            Optional<AddressObjection> objection = guard.objectionTo(address);
            if (objection.isPresent()) {
                return missing(words(objection.get()));
            }
            request = request(address, hosts.openerOf(address));
        } catch (IllegalArgumentException e) {
            return missing(words(AddressObjection.NOT_OF_THE_WEB));
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            return receive(request, part, target, role);
        } catch (IOException e) {
            return new Try.Over(new Delivery.NoRoom("The result could not be written to the worker's folder."));
        } finally {
            deleteQuietly(part);
        }
    }

    private static HttpRequest request(URI address, @Nullable Endpoint opener) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        if (opener != null && opener.secret() != null) {
            request.header(opener.keyHeader(), WireClient.keyValue(opener.keyHeader(), opener.secret()));
        }
        return request.build();
    }

    private Try receive(HttpRequest request, Path part, Path target, Role role)
            throws InterruptedException, IOException {
        long most = properties.largestResult().toBytes();
        var sink = new FileSink(part, most);
        BodyHandler<Optional<Path>> handler = head -> {
            boolean tooLong = head.headers().firstValueAsLong("content-length").orElse(0) > most;
            return head.statusCode() == OK && !tooLong ? sink : new Unread();
        };
        var answer = http.sendAsync(request, handler);
        try {
            HttpResponse<Optional<Path>> response = await(answer, sink);
            if (response.statusCode() / 100 == 3) {
                return response.headers()
                        .firstValue("location")
                        .<Try>map(location -> new Try.Elsewhere(
                                request.uri().resolve(location).toString()))
                        .orElseGet(() -> missing("The link to the result leads nowhere."));
            }
            if (response.statusCode() != OK) {
                return refused(response.statusCode());
            }
            if (response.body().isEmpty()) {
                return tooLarge(most);
            }
            return counted(part, target, role);
        } catch (TimeoutException e) {
            return new Try.Again("The result did not come in time.");
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case FileSink.TooLarge _ -> tooLarge(most);
                case IOException broken
                when isNoRoom(broken) ->
                    new Try.Over(new Delivery.NoRoom("The disk is full. Make room and try again."));
                case IllegalArgumentException _ -> missing(words(AddressObjection.NOT_OF_THE_WEB));
                case null, default -> new Try.Again("The connection broke while the result was fetched.");
            };
        } catch (IllegalArgumentException e) {
            return missing("The link to the result leads nowhere.");
        } finally {
            answer.cancel(true);
        }
    }

    private static Try counted(Path part, Path target, Role role) throws IOException {
        Optional<String> fault = WholeFile.faultOf(part, role);
        if (fault.isPresent()) {
            return new Try.Again("The provider " + fault.get() + ".");
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Try.Over(new Delivery.Delivered(target));
    }

    /** Bounded as a whole, and by how long nothing comes. */
    private <T> T await(CompletableFuture<T> answer, FileSink sink)
            throws InterruptedException, ExecutionException, TimeoutException {
        long end = System.nanoTime() + properties.longestDownload().toNanos();
        while (true) {
            long before = sink.received();
            long rest = end - System.nanoTime();
            try {
                return answer.get(Math.min(rest, properties.longestStall().toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() >= end || sink.received() == before) {
                    throw e;
                }
            }
        }
    }

    /** A refusal is final, but for those that ask to come again. */
    private static Try refused(int status) {
        return switch (status) {
            case 408, 425, 429 -> new Try.Again("The place of the result asked to come later, again and again.");
            case 401, 403, 404, 410 -> missing("The link to the result is not valid any more (status " + status + ").");
            default ->
                status >= 500
                        ? new Try.Again("The place of the result does not work (status " + status + ").")
                        : missing("The result was refused (status " + status + ").");
        };
    }

    private static Try tooLarge(long most) {
        return missing("The result is larger than " + most / BYTES_IN_MB + " MB, which is the most that is taken.");
    }

    private static Try missing(String detail) {
        return new Try.Over(new Delivery.Missing(detail));
    }

    private static String words(AddressObjection objection) {
        return switch (objection) {
            case NOT_OF_THE_WEB -> "The link to the result is none of the web.";
            case NO_TLS -> "The link to the result is not https, so it was not followed.";
            case OF_THIS_NETWORK -> "The link to the result leads into this network, so it was not followed.";
            case UNKNOWN_HOST -> "The host that has the result does not exist.";
        };
    }

    private static String hostOf(URI address) {
        return address.getHost() == null ? "an address without a host" : address.getHost();
    }

    private static boolean isNoRoom(IOException e) {
        String words = String.valueOf(e.getMessage());
        return words.contains("No space left on device") || words.contains("Disk quota exceeded");
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It goes with the folder of its job.
        }
    }
}
