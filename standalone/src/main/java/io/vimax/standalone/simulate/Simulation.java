package io.vimax.standalone.simulate;

import io.vimax.simulator.model.Catalogue;
import io.vimax.standalone.demo.FilmProvider;
import io.vimax.standalone.server.Loopback;
import io.vimax.standalone.service.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is simulated: the provider, its accounts and their limits, and what the services are told of it. */
public final class Simulation {

    /** The folder of the installation, below that of the everyday one. */
    public static final String FOLDER = "simulated";

    static final String PROVIDER = "yunwu";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Every provider that a worker could call, so that a key of any of them leads to the simulator and to nobody else. */
    private static final List<String> PROVIDERS = List.of("yunwu", "openai", "google", "ark");

    /** Two accounts, each with limits of its own for each model: enough for two films at once, and few enough to see them work. */
    private static final List<Account> ACCOUNTS = List.of(
            new Account("Simulator A", List.of("sim-studio-key-a-1", "sim-studio-key-a-2"), 60, 3),
            new Account("Simulator B", List.of("sim-studio-key-b-1"), 30, 2));

    private final int port;

    /** @param port where the simulator listens */
    public Simulation(int port) {
        this.port = port;
    }

    /**
     * An account at the provider.
     *
     * @param keys secrets; they open nothing but the simulator
     * @param perMinute requests in any 60 s, each model by itself
     * @param inFlight jobs at once, each model by itself
     */
    record Account(String name, List<String> keys, int perMinute, int inFlight) {}

    static List<Account> accounts() {
        return ACCOUNTS;
    }

    int port() {
        return port;
    }

    String url(String provider) {
        return "http://" + Loopback.HOST + ":" + port + "/" + provider;
    }

    /** Variables of a service beside those of every installation. */
    public Map<String, String> variables(Service service) {
        Map<String, String> variables = new LinkedHashMap<>();
        switch (service) {
            case WORKER -> {
                variables.put("VIMAX_PRIVATE_HOSTS", Loopback.HOST + ":" + port);
                PROVIDERS.forEach(provider ->
                        variables.put("WORKER_REMOTE_" + provider.toUpperCase(Locale.ROOT) + "_URL", url(provider)));
            }
            case MODEL_CONFIG -> variables.put("SPRING_APPLICATION_JSON", modelConfiguration());
            case GATEWAY, CONVERSATION, EDITOR, KEY_POOL -> {}
        }
        return variables;
    }

    /** The simulator's prices, and its models as everybody's usual choice. */
    private static String modelConfiguration() {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode configuration = root.putObject("model-config");
        ObjectNode usual = configuration.putObject("usual");
        FilmProvider.SIMULATOR.models().forEach(usual::put);
        ArrayNode prices = configuration.putObject("simulated").putArray("prices");
        Catalogue.standard()
                .of(PROVIDER)
                .forEach(model -> prices.addObject()
                        .put("provider", PROVIDER)
                        .put("model", model.name())
                        .put("micros", model.micros()));
        return JSON.writeValueAsString(root);
    }

    /** The accounts as the simulator reads them. */
    static String accountsFile() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("accounts");
        for (Account account : ACCOUNTS) {
            ObjectNode node = list.addObject().put("name", account.name()).put("provider", PROVIDER);
            ArrayNode keys = node.putArray("keys");
            names(account)
                    .forEach((label, secret) ->
                            keys.addObject().put("name", label).put("secret", secret));
            ArrayNode limits = node.putArray("limits");
            limits.addObject().put("kind", "requests_per_minute").put("max", account.perMinute());
            limits.addObject().put("kind", "in_flight").put("max", account.inFlight());
        }
        return JSON.writeValueAsString(root);
    }

    /** Labels of an account's keys, as people read them, to their secrets. */
    static Map<String, String> names(Account account) {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(account.keys());
        for (int number = 0; number < keys.size(); number++) {
            names.put(account.name() + (number + 1), keys.get(number));
        }
        return names;
    }
}
