package io.vimax.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** PostgreSQL 18 for the test JVM, with the durability that production has; every caller of {@link #freshUrl()} gets an empty database. */
public final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    /** JDBC address of the database that all contexts of this JVM share; user and password are {@code postgres}. */
    public static String url() {
        return Shared.URL;
    }

    /** JDBC address of a new, empty database. */
    public static String freshUrl() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (var connection = Holder.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Holder.SERVER.getJdbcUrl("postgres", name);
    }

    private static final class Shared {
        static final String URL = freshUrl();
    }

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // zonky switches durability off by default; a test of a promise needs it on.
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("timezone", "America/St_Johns")
                        .setServerConfig("max_connections", "200")
                        .start();
                AtExit.close(server);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
