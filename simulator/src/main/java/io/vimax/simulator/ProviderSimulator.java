package io.vimax.simulator;

import io.vimax.simulator.account.Accounts;
import io.vimax.simulator.ark.ArkProtocol;
import io.vimax.simulator.delivery.Shelf;
import io.vimax.simulator.delivery.Webhooks;
import io.vimax.simulator.desk.Desk;
import io.vimax.simulator.desk.Protocol;
import io.vimax.simulator.google.GoogleProtocol;
import io.vimax.simulator.http.HttpPort;
import io.vimax.simulator.job.Jobs;
import io.vimax.simulator.ledger.Ledger;
import io.vimax.simulator.media.Media;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.openai.OpenAiProtocol;
import io.vimax.simulator.scenario.Armed;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.simulator.scenario.Scenarios;
import io.vimax.simulator.yunwu.YunwuProtocol;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/** A running simulator. Thread-safe. */
public final class ProviderSimulator implements AutoCloseable {

    static final List<Protocol> PROTOCOLS =
            List.of(new YunwuProtocol(), new OpenAiProtocol(), new GoogleProtocol(), new ArkProtocol());

    private final HttpPort port;
    private final Desk desk;
    private final String url;

    private ProviderSimulator(HttpPort port, Desk desk, String url) {
        this.port = port;
        this.desk = desk;
        this.url = url;
    }

    /**
     * Starts one; it listens when this returns.
     *
     * @throws UncheckedIOException if the port is taken
     * @throws IllegalStateException if drawn media are wanted and there is no FFmpeg
     */
    public static ProviderSimulator start(Configuration configuration) {
        var media = new Media(configuration.media(), configuration.seed());
        HttpPort port = HttpPort.take(address(configuration.host()), configuration.port());
        String here = "http://" + configuration.host() + ":" + port.number();
        var ledger = new Ledger(configuration.clock(), configuration.ledgerFile());
        var accounts = new Accounts(configuration.clock());
        configuration.accounts().forEach(accounts::open);
        var parts = new Desk.Parts(
                configuration.clock(),
                accounts,
                configuration.catalogue(),
                ledger,
                new Scenarios(),
                new Jobs(),
                new Shelf(),
                media,
                configuration.chat(),
                new Webhooks(ledger),
                configuration.publicUrl() == null ? here : configuration.publicUrl(),
                configuration.linkLife());
        var desk = new Desk(parts, configuration.latency(), configuration.seed());
        port.serve(new Front(desk, PROTOCOLS, new AdminDesk(desk, port)));
        return new ProviderSimulator(port, desk, here);
    }

    /** Address without a path, such as {@code http://127.0.0.1:40123}. */
    public String url() {
        return url;
    }

    /** What takes the place of a provider's address: yunwu, openai, google or ark. */
    public String baseUrl(String provider) {
        if (PROTOCOLS.stream().noneMatch(protocol -> protocol.name().equals(provider))) {
            throw new IllegalArgumentException("The simulator does not speak " + provider);
        }
        return url + "/" + provider.toLowerCase(Locale.ROOT);
    }

    public int port() {
        return port.number();
    }

    public Ledger ledger() {
        return desk.ledger();
    }

    public Scenarios scenarios() {
        return desk.scenarios();
    }

    /** Arms a scenario for the next chance. */
    public void arm(Scenario scenario) {
        desk.scenarios().arm(scenario);
    }

    public void arm(Armed armed) {
        desk.scenarios().arm(armed);
    }

    public Accounts accounts() {
        return desk.accounts();
    }

    public Jobs jobs() {
        return desk.jobs();
    }

    /** From now on work takes that long; jobs that run keep their ends. */
    public void latency(LatencyProfile profile) {
        desk.latency(profile);
    }

    /** Connections are refused and open ones reset until {@link #resume}; work that was taken on goes on. */
    public void refuseConnections() {
        port.refuse();
    }

    public void resume() {
        port.resume();
    }

    /** Connections open now. */
    public int connections() {
        return port.connections();
    }

    /** Forgets jobs, results, scenarios, counts and the ledger; accounts and latencies stay. */
    public void reset() {
        desk.reset();
    }

    @Override
    public void close() {
        port.close();
        desk.webhooks().close();
        desk.ledger().close();
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException("There is no host " + host, e);
        }
    }
}
