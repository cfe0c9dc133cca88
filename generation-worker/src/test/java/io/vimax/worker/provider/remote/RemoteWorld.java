package io.vimax.worker.provider.remote;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vimax.simulator.Configuration;
import io.vimax.simulator.ProviderSimulator;
import io.vimax.simulator.account.Account;
import io.vimax.simulator.chat.ChatAnswers;
import io.vimax.worker.asset.shared.SharedFiles;
import io.vimax.worker.provider.Credentials;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.local.story.StoryBrief;
import io.vimax.worker.provider.local.story.StoryWriter;
import io.vimax.worker.provider.port.Engagement;
import io.vimax.worker.provider.port.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** A simulator and the providers that speak to it, as the worker has them, without its database. */
final class RemoteWorld implements AutoCloseable {

    /** The canary: nothing that anybody reads may have it. */
    static final String SECRET = "sk-canary-4f1d9b7e2a";

    static final UUID OWNER = UUID.randomUUID();
    static final UUID PICTURE = UUID.randomUUID();
    static final UUID TEXT_FILE = UUID.randomUUID();

    static final String SCREENPLAY = new StoryWriter()
            .write(new StoryBrief(
                    Optional.of("A lighthouse keeper finds a letter"),
                    Optional.empty(),
                    "",
                    OptionalInt.of(20),
                    OptionalInt.of(2),
                    "en",
                    "storyboard",
                    7))
            .toJson();

    private final ProviderSimulator simulator;
    private final ConfigurableApplicationContext context;
    private final Path folder;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /** What the providers need of the worker. */
    @ConfigurationPropertiesScan({"io.vimax.worker.provider", "io.vimax.worker.address"})
    @ComponentScan(
            basePackages = {"io.vimax.worker.provider", "io.vimax.worker.address"},
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.vimax\\.worker\\.provider\\.local\\..*"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|World|Pictures).*"),
            })
    static class Beans {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        SharedFiles sharedFiles() {
            return SharedFiles.onOneDisk();
        }

        @Bean
        Pictures pictures() throws IOException {
            Path folder = Files.createTempDirectory("vimax-pictures");
            Path picture = Files.write(folder.resolve("picture.png"), TestPictures.png());
            Path text = Files.writeString(folder.resolve("text"), "no picture");
            return new Pictures(
                    (id, _) -> Map.of(PICTURE, picture, TEXT_FILE, text).get(id));
        }
    }

    RemoteWorld(String... settings) {
        this(ChatAnswers.inTurn(SCREENPLAY), settings);
    }

    RemoteWorld(ChatAnswers chat, String... settings) {
        simulator = ProviderSimulator.start(Configuration.standard(
                        Account.of("yunwu", "yunwu-a", secret("yunwu")),
                        Account.of("yunwu", "yunwu-b", SECRET + "-other"),
                        Account.of("openai", "openai-a", secret("openai")),
                        Account.of("ark", "ark-a", secret("ark")),
                        Account.of("google", "google-a", secret("google")))
                .chat(chat));
        try {
            folder = Files.createTempDirectory("vimax-remote");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var all = new ArrayList<>(List.of(
                "--worker.address.private-hosts=127.0.0.1:" + simulator.port(),
                "--worker.remote.folder=" + folder,
                "--worker.remote.between-tries=5ms",
                "--worker.remote.first-pause=5ms",
                "--worker.remote.longest-pause=10ms",
                "--worker.remote.download-tries=2",
                "--worker.remote.most-troubled=5",
                "--worker.remote.most-unknown=6",
                "--worker.remote.most-missing=3"));
        all.addAll(List.of(settings));
        context = new SpringApplicationBuilder(Beans.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
        log.start();
        rootLogger().addAppender(log);
    }

    ProviderSimulator simulator() {
        return simulator;
    }

    Credentials credentials(String provider) {
        return new Credentials(secret(provider), simulator.baseUrl(provider));
    }

    /** Each provider has its own, since the simulator tells callers by their keys. */
    static String secret(String provider) {
        return SECRET + "-" + provider;
    }

    /** Finds it as the worker does. */
    Engagement<?> engage(String provider, Work work) {
        return new io.vimax.worker.provider.ProvidersUnderTest(providers()).find(provider, work);
    }

    List<Provider<?>> providers() {
        var found = new ArrayList<Provider<?>>();
        context.getBeansOfType(Provider.class).values().forEach(provider -> found.add((Provider<?>) provider));
        return found;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Folders of jobs that were not tidied away. */
    int foldersLeft() {
        try (var folders = Files.list(folder)) {
            return (int) folders.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies in those folders. */
    long bytesLeft() {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that was logged, causes included. */
    String logged() {
        var all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            all.append(event.getFormattedMessage()).append('\n');
            for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
                all.append(cause.getMessage()).append('\n');
            }
        }
        return all.toString();
    }

    private static Logger rootLogger() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void close() {
        rootLogger().detachAppender(log);
        context.close();
        simulator.close();
    }
}
