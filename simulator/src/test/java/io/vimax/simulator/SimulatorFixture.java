package io.vimax.simulator;

import io.vimax.simulator.account.Account;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/** A simulator with two accounts at every provider, on a clock that the test moves. */
final class SimulatorFixture implements AutoCloseable {

    /** A whole PNG of one pixel. */
    static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    static final String PIXEL_BASE64 = Base64.getEncoder().encodeToString(PIXEL);
    static final String PIXEL_URI = "data:image/png;base64," + PIXEL_BASE64;

    final SettableClock clock = new SettableClock("2026-11-25T10:00:00Z");
    final ProviderSimulator simulator;
    private final List<PlainClient> clients = new ArrayList<>();

    SimulatorFixture() {
        this(configuration -> configuration);
    }

    SimulatorFixture(UnaryOperator<Configuration> change) {
        Configuration usual = Configuration.standard(
                        Account.of("yunwu", "yunwu-a", "yunwu-secret-a1", "yunwu-secret-a2"),
                        Account.of("yunwu", "yunwu-b", "yunwu-secret-b1"),
                        Account.of("openai", "openai-a", "openai-secret-a1"),
                        Account.of("openai", "openai-b", "openai-secret-b1"),
                        Account.of("google", "google-a", "google-secret-a1"),
                        Account.of("google", "google-b", "google-secret-b1"),
                        Account.of("ark", "ark-a", "ark-secret-a1"),
                        Account.of("ark", "ark-b", "ark-secret-b1"))
                .clock(clock);
        simulator = ProviderSimulator.start(change.apply(usual));
    }

    /** A client with the key of one account, such as {@code client("yunwu", "a1")}. */
    PlainClient client(String provider, String key) {
        return keep(new PlainClient(simulator.baseUrl(provider), provider + "-secret-" + key));
    }

    PlainClient anonymous(String provider) {
        return keep(new PlainClient(simulator.baseUrl(provider), ""));
    }

    PlainClient admin() {
        return keep(new PlainClient(simulator.url() + "/_sim", ""));
    }

    private PlainClient keep(PlainClient client) {
        clients.add(client);
        return client;
    }

    @Override
    public void close() {
        simulator.close();
        clients.forEach(PlainClient::close);
    }
}
