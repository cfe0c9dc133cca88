package io.vimax.worker.task.run;

import io.vimax.testing.Identities;
import io.vimax.testing.TestServers;
import io.vimax.worker.GenerationWorkerApplication;
import io.vimax.worker.provider.port.Provider;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One replica of the worker in this JVM, on real servers and a database that the test names. */
final class WorkerUnderTest implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private WorkerUnderTest(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Builder on(String databaseUrl) {
        return new Builder(databaseUrl);
    }

    static final class Builder {

        private final List<String> settings = new ArrayList<>();
        private final List<ApplicationContextInitializer<GenericApplicationContext>> beans = new ArrayList<>();

        private Builder(String databaseUrl) {
            settings.addAll(List.of(
                    "--spring.datasource.url=" + databaseUrl,
                    "--spring.datasource.hikari.maximum-pool-size=8",
                    "--worker.lease.identity=" + Identities.identityFile("generation-worker"),
                    // Only a test of Kafka listens to it, or all contexts of this JVM would do each other's work.
                    "--spring.kafka.listener.auto-startup=false",
                    "--worker.task.heartbeat=300ms",
                    "--worker.task.adopt-after=1500ms",
                    "--worker.task.first-back-off=50ms",
                    "--worker.lease.beat=300ms"));
        }

        /** Settings as on a command line; a later one of the same name counts. */
        Builder with(String... more) {
            for (String setting : more) {
                String name = setting.substring(0, setting.indexOf('=') + 1);
                settings.removeIf(earlier -> earlier.startsWith(name));
                settings.add(setting);
            }
            return this;
        }

        Builder keyPool(FakeKeyPool pool) {
            return with("--worker.lease.pool=" + pool.url());
        }

        Builder provider(Provider<?> provider) {
            return bean(provider.name(), Provider.class, provider);
        }

        <T> Builder bean(String name, Class<? super T> type, T bean) {
            beans.add(context -> context.registerBean(name, typed(type), () -> bean));
            return this;
        }

        @SuppressWarnings("unchecked")
        private static <T> Class<T> typed(Class<? super T> type) {
            return (Class<T>) type;
        }

        WorkerUnderTest start() {
            var builder = new SpringApplicationBuilder(GenerationWorkerApplication.class)
                    .web(WebApplicationType.SERVLET)
                    .initializers(new TestServers());
            beans.forEach(builder::initializers);
            var all = new ArrayList<>(settings);
            all.add("--server.port=0");
            return new WorkerUnderTest(builder.run(all.toArray(String[]::new)));
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Worker worker() {
        return bean(Worker.class);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    int port() {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    @Override
    public void close() {
        context.close();
    }
}
