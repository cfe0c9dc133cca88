package io.vimax.worker.outage;

import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

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
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransientDataAccessException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException
                // "terminating connection due to administrator command" and its kin have no class of their own.
                || failure instanceof UncategorizedSQLException;
    }
}
