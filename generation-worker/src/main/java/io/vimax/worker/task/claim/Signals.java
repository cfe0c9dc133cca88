package io.vimax.worker.task.claim;

import io.vimax.worker.outage.Outage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Listens for {@link Signal}s on a connection of its own, because listening keeps a connection for ever. */
@Component
public class Signals {

    private static final int WAIT_MS = 5_000;

    private final JdbcConnectionDetails database;
    private final Outage outage = new Outage("The database's signal line");

    Signals(JdbcConnectionDetails database) {
        this.database = database;
    }

    /** Hears signals until the thread is interrupted; connects again after every loss. */
    public void listen(Consumer<Signal> listener, Runnable afterConnecting) {
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection connection = connect()) {
                outage.over();
                afterConnecting.run();
                PGConnection line = connection.unwrap(PGConnection.class);
                while (!Thread.currentThread().isInterrupted()) {
                    hear(line.getNotifications(WAIT_MS), listener);
                }
            } catch (SQLException e) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                try {
                    Thread.sleep(outage.failed(e));
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        Connection connection =
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        try (var statement = connection.createStatement()) {
            statement.execute("listen vimax_task");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void hear(PGNotification @Nullable [] heard, Consumer<Signal> listener) {
        if (heard != null) {
            for (PGNotification notification : heard) {
                Signal.decode(notification.getParameter()).ifPresent(listener);
            }
        }
    }
}
