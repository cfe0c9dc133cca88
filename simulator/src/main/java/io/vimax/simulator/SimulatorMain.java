package io.vimax.simulator;

import io.vimax.simulator.account.Account;
import io.vimax.simulator.chat.ChatAnswers;
import io.vimax.simulator.media.MediaStyle;
import io.vimax.simulator.model.LatencyProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a simulator by itself until it is stopped. */
public final class SimulatorMain {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorMain.class);

    private static final String USAGE = """
            Options, each with a value: --port (9090), --host (127.0.0.1), --url (of links), --profile instant|quick|real (quick), \
            --media plain|drawn (plain), --accounts FILE (one account for each provider), --seed N (1), --ledger FILE (none)""";

    private SimulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Configuration configuration;
        try {
            configuration = read(arguments);
        } catch (IllegalArgumentException e) {
            LOG.error("{}. {}", e.getMessage(), USAGE);
            System.exit(2);
            return;
        }
        ProviderSimulator simulator = ProviderSimulator.start(configuration);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "simulator-stop"));
        LOG.info("The provider simulator listens at {}; see {}/_sim/summary", simulator.url(), simulator.url());
        Thread.currentThread().join();
    }

    /** @throws IllegalArgumentException in words, if an option is unknown or has no good value */
    static Configuration read(String... arguments) {
        Configuration configuration = Configuration.standard(
                        Account.of("yunwu", "yunwu-a", "sim-yunwu-a"),
                        Account.of("openai", "openai-a", "sim-openai-a"),
                        Account.of("google", "google-a", "sim-google-a"),
                        Account.of("ark", "ark-a", "sim-ark-a"))
                .port(9090)
                .latency(LatencyProfile.QUICK)
                .chat(ServiceLoader.load(ChatAnswers.class).findFirst().orElseGet(ChatAnswers::plain));
        List<String> all = List.of(arguments);
        if (all.size() % 2 != 0) {
            throw new IllegalArgumentException(all.getLast() + " has no value");
        }
        for (int i = 0; i < all.size(); i += 2) {
            configuration = with(configuration, all.get(i), all.get(i + 1));
        }
        return configuration;
    }

    private static Configuration with(Configuration configuration, String option, String value) {
        return switch (option) {
            case "--port" -> configuration.port(number(option, value, 65_535));
            case "--host" -> configuration.host(value, configuration.publicUrl());
            case "--url" -> configuration.host(configuration.host(), value);
            case "--profile" -> configuration.latency(LatencyProfile.named(value));
            case "--media" -> configuration.media(MediaStyle.valueOf(value.toUpperCase(Locale.ROOT)));
            case "--accounts" -> configuration.accounts(AccountsFile.read(Path.of(value)));
            case "--seed" -> configuration.seed(number(option, value, Integer.MAX_VALUE));
            case "--ledger" -> configuration.ledgerFile(Path.of(value));
            default -> throw new IllegalArgumentException("No option " + option);
        };
    }

    private static int number(String option, String value, int most) {
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(option + " is a number up to " + most + ", not " + value);
        }
        return Integer.parseInt(value);
    }
}
