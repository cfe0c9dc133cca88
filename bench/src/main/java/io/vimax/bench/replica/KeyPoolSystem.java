package io.vimax.bench.replica;

import io.vimax.bench.measure.Together;
import io.vimax.standalone.home.Dist;
import io.vimax.standalone.service.Service;
import io.vimax.testing.FreePort;
import io.vimax.testing.Identities;
import io.vimax.testing.PostgresServer;
import io.vimax.testing.RedisProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replicas of key-pool-service on a PostgreSQL and a Redis of their own. Without a broker, what leases cost is measured, and events
 * wait in the outbox, as they do while a broker is away.
 */
public final class KeyPoolSystem implements AutoCloseable {

    /** As a server runs it. */
    public static final List<String> SERVER = List.of("-Xms256m", "-Xmx512m");

    /** As {@code ./vimax up} runs it: enough for a drill with three of them on a small machine. */
    public static final List<String> SMALL = Service.KEY_POOL.flags();

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ADDING_AT_ONCE = 4;

    private final RedisProcess redis = new RedisProcess();
    private final String database = PostgresServer.freshUrl();
    private final List<Replica> replicas = new ArrayList<>();

    /**
     * Starts replicas without a broker and waits until they answer.
     *
     * @param folder for logs and the master key
     */
    public KeyPoolSystem(Dist dist, Path folder, List<String> flags, int count)
            throws IOException, InterruptedException {
        this(
                dist,
                folder,
                flags,
                count,
                Map.of(
                        "VIMAX_KAFKA",
                        "127.0.0.1:" + FreePort.find(),
                        // Nobody takes the events, so it is enough to try once.
                        "NAMASTACK_OUTBOX_RETRY_FIXED_DELAY",
                        "10m"));
    }

    /** @param broker where the broker and the registry are, in the variables of a service */
    public KeyPoolSystem(Dist dist, Path folder, List<String> flags, int count, Map<String, String> broker)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path master = Files.write(folder.resolve("master.key"), new SecureRandom().generateSeed(32));
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("VIMAX_BIND", "127.0.0.1");
        environment.put("VIMAX_DB_URL", database);
        environment.put("VIMAX_DB_USER", "postgres");
        environment.put("VIMAX_DB_PASSWORD", "postgres");
        environment.put("VIMAX_REDIS", redis.url());
        environment.put("VIMAX_TRUST", Identities.trustFile().toString());
        environment.put("VIMAX_MASTER_KEY_FILE", master.toString());
        environment.putAll(broker);
        try {
            for (int number = 0; number < count; number++) {
                replicas.add(new Replica(
                        dist, Service.KEY_POOL, flags, environment, folder.resolve("key-pool-" + number + ".log")));
                if (number == 0) {
                    // The first one brings the database up to date.
                    replicas.getFirst().awaitReady();
                }
            }
            for (Replica replica : replicas) {
                replica.awaitReady();
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    public RedisProcess redis() {
        return redis;
    }

    public List<Replica> replicas() {
        return List.copyOf(replicas);
    }

    /** A connection to the books. */
    public Connection books() throws SQLException {
        return DriverManager.getConnection(database, "postgres", "postgres");
    }

    /**
     * A key that everybody may use.
     *
     * @param scope name of the account; keys of one name share its limits
     * @param models it may be lent for; empty for all
     */
    public record NewKey(
            String service,
            String scope,
            String secret,
            @Nullable String baseUrl,
            List<String> models) {}

    /** A limit of every account of a service; the words are those of the API. */
    public record NewLimit(@Nullable String model, String kind, String period, long most) {}

    /** Adds keys as a person would, and gives their ids in the same order. */
    public List<UUID> add(List<NewKey> keys) throws IOException, InterruptedException {
        String operator = Identities.person(UUID.randomUUID(), "creator", "operator");
        List<Callable<UUID>> adding = keys.stream()
                .<Callable<UUID>>map(key -> () -> add(operator, key))
                .toList();
        try (var threads = Executors.newFixedThreadPool(ADDING_AT_ONCE)) {
            return Together.run(threads, adding);
        }
    }

    private UUID add(String operator, NewKey key) throws IOException {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("service_type", key.service());
        form.put("key", key.secret());
        form.put("scope", key.scope());
        form.put("shared", true);
        if (key.baseUrl() != null) {
            form.put("base_url", key.baseUrl());
        }
        if (!key.models().isEmpty()) {
            form.put("models", key.models());
        }
        try (var wire = new Wire(replicas.getFirst().port(), 10_000)) {
            Wire.Reply reply = wire.post("/api/v1/api-keys", operator, JSON.writeValueAsString(form));
            if (reply.status() != 201) {
                throw new IOException("HTTP " + reply.status() + ": " + reply.text());
            }
            return UUID.fromString(JSON.readTree(reply.body()).path("id").asString());
        }
    }

    /** Gives every account of a service these limits, instead of those it has. */
    public void limit(String service, List<NewLimit> limits) throws SQLException {
        limit(service, null, limits);
    }

    /** @param scope name of the only account that gets them; null for every one of the service */
    public void limit(String service, @Nullable String scope, List<NewLimit> limits) throws SQLException {
        try (Connection books = books()) {
            books.setAutoCommit(false);
            try (var clear = books.prepareStatement("""
                    delete from quota_limit where scope_id in
                    (select id from quota_scope where service = ? and name = coalesce(?, name))""")) {
                clear.setString(1, service);
                clear.setString(2, scope);
                clear.executeUpdate();
            }
            for (NewLimit limit : limits) {
                try (var insert = books.prepareStatement("""
                        insert into quota_limit (id, scope_id, model, kind, period, most)
                        select gen_random_uuid(), id, ?, ?, ?, ? from quota_scope
                        where service = ? and name = coalesce(?, name)""")) {
                    insert.setString(1, limit.model());
                    insert.setString(2, limit.kind());
                    insert.setString(3, limit.period());
                    insert.setLong(4, limit.most());
                    insert.setString(5, service);
                    insert.setString(6, scope);
                    insert.executeUpdate();
                }
            }
            books.commit();
        }
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        redis.close();
    }
}
