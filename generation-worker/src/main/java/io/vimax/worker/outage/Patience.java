package io.vimax.worker.outage;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Repeats what the database could not do while it was away. What is repeated must be harmless when it was done after all. */
@Component
public class Patience {

    private final Outage database = new Outage("The database");

    /** Tries until the database answers, whatever the answer is. */
    public <T> T insist(Supplier<T> call) throws InterruptedException {
        while (true) {
            try {
                T answer = call.get();
                database.over();
                return answer;
            } catch (RuntimeException e) {
                if (!isAway(e)) {
                    throw e;
                }
                Thread.sleep(database.failed(e));
            }
        }
    }

    /** Whether a failure says that the database is away, and nothing about the call. */
    public static boolean isAway(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(Patience::saysAway);
    }

    private static boolean saysAway(Throwable cause) {
        return switch (cause) {
            case DataAccessResourceFailureException _,
                    NonTransientDataAccessResourceException _,
                    RecoverableDataAccessException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _,
                    SQLTransientException _,
                    SQLRecoverableException _ -> true;
            // Without a state it is no word of the server: the connection broke in the hands of its pool, often while
            // rolling back
            // what the same outage had interrupted.
            case SQLException sql -> sql.getSQLState() == null || isOfAnOutage(sql.getSQLState());
            default -> false;
        };
    }

    /** SQLSTATE classes (PostgreSQL appendix A): connection, rollback by conflict, resources, operator intervention. */
    private static boolean isOfAnOutage(String state) {
        return Stream.of("08", "40", "53", "57").anyMatch(state::startsWith);
    }
}
