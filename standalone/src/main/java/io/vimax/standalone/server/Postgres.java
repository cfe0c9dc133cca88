package io.vimax.standalone.server;

import io.vimax.standalone.home.Dist;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.home.Trees;
import io.vimax.standalone.secrets.Secrets;
import io.vimax.standalone.supervise.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** PostgreSQL with full durability, one database and one role for every service that owns data. */
public final class Postgres implements Part {
    public static final String NAME = "postgres";
    public static final int DEFAULT_PORT = 15_432;
    private static final String SUPERUSER = "vimax";

    private final PostgresBinaries binaries;
    private final Path data;
    private final int port;
    private final Secrets secrets;
    private final List<String> databases;

    /**
     * @param databases each gets a role of the same name that owns it; no other role may connect to it
     */
    public Postgres(Dist dist, Home home, int port, Secrets secrets, List<String> databases) {
        this.binaries = new PostgresBinaries(dist.postgresBinaries(), home.cache());
        this.data = home.data(NAME);
        this.port = port;
        this.secrets = secrets;
        this.databases = List.copyOf(databases);
    }

    public static String url(int port, String database) {
        return "jdbc:postgresql://" + Loopback.HOST + ":" + port + "/" + database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<String> after() {
        return List.of();
    }

    @Override
    public int tier() {
        return 0;
    }

    @Override
    public String stopSignal() {
        return "INT"; // "fast": TERM would wait until every client has left by itself
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Path programs = binaries.unpacked();
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        // A folder that initdb did not finish is never used: it is made beside and moved into place.
        Path next = data.resolveSibling(NAME + ".new");
        Trees.delete(next);
        Path password = Files.createTempFile(secrets.folder(), "initdb", "");
        try {
            Files.writeString(password, secrets.databasePassword(SUPERUSER) + "\n");
            List<String> command = unprivileged(programs.resolve("bin/initdb"));
            command.addAll(List.of(
                    "--pgdata=" + next,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
            Process initdb =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (initdb.waitFor() != 0) {
                throw new IOException("initdb: "
                        + said.strip().lines().reduce((_, last) -> last).orElse("no output"));
            }
        } finally {
            Files.delete(password);
        }
        if (Files.exists(data)) {
            Files.delete(data);
        }
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Launch launch() throws IOException {
        List<String> command = unprivileged(binaries.unpacked().resolve("bin/postgres"));
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        settings().forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return new Launch(command, Map.of("LC_ALL", "C"), data);
    }

    private static Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("listen_addresses", Loopback.HOST),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("max_connections", "120"),
                Map.entry("shared_buffers", "48MB"),
                Map.entry("work_mem", "4MB"),
                Map.entry("maintenance_work_mem", "32MB"),
                Map.entry("max_wal_size", "256MB"),
                Map.entry("min_wal_size", "32MB"),
                Map.entry("jit", "off"),
                Map.entry("io_method", "sync"),
                Map.entry("max_worker_processes", "2"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"));
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is. */
    private static List<String> unprivileged(Path program) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name")) && !Platform.mac()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        return command;
    }

    @Override
    public boolean answers() {
        return Loopback.listens(port);
    }

    @Override
    public void settle() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String database : databases) {
                String password = secrets.databasePassword(database).replace("'", "''");
                if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + database + "'")) {
                    statement.execute("CREATE ROLE " + database + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
                }
                statement.execute("ALTER ROLE " + database + " PASSWORD '" + password + "'");
                if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + database + "'")) {
                    statement.execute("CREATE DATABASE " + database + " OWNER " + database);
                }
                statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            }
            statement.execute("REVOKE ALL ON DATABASE postgres FROM PUBLIC");
            statement.execute("REVOKE ALL ON DATABASE template1 FROM PUBLIC");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** As the superuser; only set-up and drills look into databases this way. */
    public Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", secrets.databasePassword(SUPERUSER));
        login.setProperty("connectTimeout", "5"); // seconds
        login.setProperty("socketTimeout", "30"); // seconds
        return DriverManager.getConnection(url(port, database), login);
    }
}
