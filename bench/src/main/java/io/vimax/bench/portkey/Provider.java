package io.vimax.bench.portkey;

import io.vimax.bench.replica.Wire;
import io.vimax.simulator.Configuration;
import io.vimax.simulator.ProviderSimulator;
import io.vimax.simulator.account.Account;
import io.vimax.simulator.ledger.LedgerEntry;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.limiter.Limit;
import io.vimax.simulator.model.Latency;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.model.WorkKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A provider that enforces its limits by books of its own, and says with each refusal when to come back. */
final class Provider implements AutoCloseable {

    static final String PROTOCOL = "openai";
    static final String MODEL = "gpt-4o-mini";
    static final String CHAT = "/v1/chat/completions";
    static final String QUESTION =
            "{\"model\":\"" + MODEL + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    /** Without limits a call takes so long. */
    static final Duration SHORTEST = Duration.ofSeconds(1);

    static final Duration LONGEST = Duration.ofSeconds(2);

    private static final int TIMEOUT_MS = 20_000;

    private final ProviderSimulator simulator;

    Provider(List<Allowance> accounts) {
        simulator = ProviderSimulator.start(Configuration.standard()
                .latency(LatencyProfile.INSTANT.with(WorkKind.CHAT, new Latency.Uniform(SHORTEST, LONGEST))));
        for (Allowance account : accounts) {
            simulator
                    .accounts()
                    .open(Account.of(PROTOCOL, account.name(), account.secret())
                            .limited(Limit.perMinute(account.perMinute()))
                            .limited(Limit.inFlight(account.inFlight())));
        }
    }

    /** What takes the place of the provider's address, without {@code /v1}. */
    String address() {
        return simulator.baseUrl(PROTOCOL);
    }

    /** One chat call with a key. */
    Wire.Reply chat(String secret) throws IOException {
        try (var wire = new Wire(simulator.port(), TIMEOUT_MS)) {
            return wire.post("/" + PROTOCOL + CHAT, secret, QUESTION);
        }
    }

    List<LedgerEntry> accepted() {
        return simulator.ledger().entries(LedgerKind.ACCEPTED);
    }

    List<LedgerEntry> refused() {
        return simulator.ledger().entries(LedgerKind.REFUSED);
    }

    /** @throws IOException if it was called in a way that the real one would not understand, or failed by itself */
    void requireSound() throws IOException {
        for (LedgerKind kind : List.of(LedgerKind.FAULT, LedgerKind.VIOLATION)) {
            List<LedgerEntry> entries = simulator.ledger().entries(kind);
            if (!entries.isEmpty()) {
                throw new IOException("The figures prove nothing: "
                        + entries.getFirst().detail() + " (" + entries.size() + " times)");
            }
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
