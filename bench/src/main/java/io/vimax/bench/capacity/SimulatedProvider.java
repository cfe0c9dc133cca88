package io.vimax.bench.capacity;

import io.vimax.bench.replica.KeyPoolSystem.NewKey;
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
import io.vimax.simulator.scenario.Armed;
import io.vimax.simulator.scenario.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Accounts of a provider that enforces its limits by books of its own; every account has one key of the same name. */
final class SimulatedProvider implements AutoCloseable {

    private static final String PROTOCOL = "openai";
    private static final int TIMEOUT_MS = 20_000;
    private static final Latency TIME = new Latency.Uniform(Duration.ofMillis(150), Duration.ofMillis(450));

    private final ProviderSimulator simulator =
            ProviderSimulator.start(Configuration.standard().latency(LatencyProfile.INSTANT.with(WorkKind.CHAT, TIME)));

    /**
     * Opens accounts, and says what the pool has to know of them.
     *
     * @param name what the names of the accounts begin with
     */
    List<NewKey> open(String service, String name, int accounts, List<Limit> limits, List<String> models) {
        List<NewKey> keys = new ArrayList<>();
        for (int number = 0; number < accounts; number++) {
            String account = name + "-" + number;
            String secret = "sim-" + account + "-secret";
            Account opened = Account.of(PROTOCOL, account, secret);
            for (Limit limit : limits) {
                opened = opened.limited(limit);
            }
            simulator.accounts().open(opened);
            keys.add(new NewKey(service, account, secret, simulator.baseUrl(PROTOCOL), models));
        }
        return keys;
    }

    /** A connection for one thread. */
    Wire connect() {
        return new Wire(simulator.port(), TIMEOUT_MS);
    }

    /** @return the HTTP status of one chat call with a key */
    static int chat(Wire wire, String model, String secret) throws IOException {
        return wire.post(
                        "/" + PROTOCOL + "/v1/chat/completions",
                        secret,
                        "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}")
                .status();
    }

    /** The next call with the key of an account is refused for the minute's limit. */
    void refuseNext(String account, Duration hint) {
        simulator.arm(
                new Armed(Scenario.RATE_LIMITED, 1, null, null, null, account, null, Long.toString(hint.toMillis())));
    }

    List<LedgerEntry> accepted() {
        return simulator.ledger().entries(LedgerKind.ACCEPTED);
    }

    List<LedgerEntry> refused() {
        return simulator.ledger().entries(LedgerKind.REFUSED);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
