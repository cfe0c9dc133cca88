package io.vimax.simulator.delivery;

import io.vimax.simulator.ledger.Ledger;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.ledger.Subject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends callbacks, to this machine only: a simulator that could be told to call any address would be a tool for worse. A
 * callback that fails is not sent again; it is a hint, and polling is the truth.
 */
public final class Webhooks implements AutoCloseable {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulator-webhooks");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LONGEST_CALL).build();

    public Webhooks(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Whether a callback may go there; a place where it may not is a violation and is written down. */
    public boolean reaches(URI target, Subject subject) {
        boolean here = isHere(target);
        if (!here) {
            ledger.write(
                    LedgerKind.VIOLATION, subject, "A callback to " + target.getHost() + ", which is not this machine");
        }
        return here;
    }

    /** Sends after {@code delay} what {@code body} gives by then, {@code times} times, to a place that is reached. */
    public void send(URI target, Duration delay, int times, Subject subject, Supplier<String> body) {
        var _ = timer.schedule(
                () -> {
                    for (int i = 0; i < times; i++) {
                        Thread.startVirtualThread(() -> post(target, subject, body.get()));
                    }
                },
                delay.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void post(URI target, Subject subject, String body) {
        try {
            HttpResponse<Void> response = client.send(
                    HttpRequest.newBuilder(target)
                            .timeout(LONGEST_CALL)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            ledger.write(LedgerKind.WEBHOOK, subject, "answered with " + response.statusCode());
        } catch (IOException e) {
            ledger.write(LedgerKind.WEBHOOK, subject, "failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isHere(URI target) {
        try {
            return target.getHost() != null
                    && InetAddress.getByName(target.getHost()).isLoopbackAddress();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        client.shutdownNow();
    }
}
