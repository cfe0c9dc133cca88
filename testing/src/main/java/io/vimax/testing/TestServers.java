package io.vimax.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;

/**
 * Gives a service under test the addresses of real servers under the names that {@code standalone} uses. A server starts when
 * the context first asks for its address and lives as long as the test JVM.
 *
 * <pre>{@code
 * @SpringBootTest
 * @ContextConfiguration(initializers = TestServers.class)
 * }</pre>
 */
public final class TestServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new Addresses(addresses()));
    }

    private static Map<String, Supplier<String>> addresses() {
        return Map.ofEntries(
                Map.entry("VIMAX_DB_URL", PostgresServer::url),
                Map.entry("VIMAX_DB_USER", () -> "postgres"),
                Map.entry("VIMAX_DB_PASSWORD", () -> "postgres"),
                Map.entry("VIMAX_KAFKA", KafkaServer::address),
                Map.entry("VIMAX_REGISTRY", RegistryServer::url),
                Map.entry("VIMAX_REDIS", RedisServer::url),
                Map.entry("VIMAX_MASTER_KEY_FILE", TestServers::masterKeyFile),
                Map.entry("VIMAX_TRUST", () -> Identities.trustFile().toString()),
                Map.entry(
                        "VIMAX_IDENTITY_GATEWAY",
                        () -> Identities.identityFile("gateway").toString()),
                Map.entry(
                        "VIMAX_IDENTITY_GENERATION_WORKER",
                        () -> Identities.identityFile("generation-worker").toString()),
                Map.entry(
                        "VIMAX_IDENTITY_EDITOR_SERVICE",
                        () -> Identities.identityFile("editor-service").toString()),
                Map.entry(
                        "VIMAX_IDENTITY_MODEL_CONFIG_SERVICE",
                        () -> Identities.identityFile("model-config-service").toString()));
    }

    /** One for the life of the test JVM, like the database whose secrets it seals. */
    private static String masterKeyFile() {
        return MasterKeyFile.PATH;
    }

    private static final class MasterKeyFile {

        static final String PATH = write();

        private static String write() {
            try {
                Path file = Files.createTempFile("vimax-master", ".key");
                file.toFile().deleteOnExit();
                return Files.write(file, SecureRandom.getSeed(32)).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Addresses extends PropertySource<Map<String, Supplier<String>>> {

        private final Map<String, String> known = new java.util.concurrent.ConcurrentHashMap<>();

        Addresses(Map<String, Supplier<String>> addresses) {
            super("vimax-test-servers", addresses);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            Supplier<String> address = source.get(name);
            return address == null ? null : known.computeIfAbsent(name, _ -> address.get());
        }
    }
}
