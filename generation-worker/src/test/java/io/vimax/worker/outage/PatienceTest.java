package io.vimax.worker.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.orm.jpa.JpaSystemException;

class PatienceTest {

    @ParameterizedTest
    @CsvSource({
        "08003, true",
        "08006, true",
        "57P01, true",
        "53300, true",
        "40001, true",
        "23505, false",
        "42P01, false"
    })
    void knowsAnOutageByTheStateOfTheDatabase(String state, boolean away) {
        var failure = new IllegalStateException(new RuntimeException(new SQLException("words", state)));

        assertThat(Patience.isAway(failure)).isEqualTo(away);
    }

    @Test
    void knowsAnOutageByARollbackThatFoundNoConnection() {
        var failure = new JpaSystemException(new TransactionException(
                "Unable to rollback against JDBC Connection", new SQLException("Connection is closed")));

        assertThat(Patience.isAway(failure)).isTrue();
    }

    @Test
    void triesUntilTheDatabaseAnswers() throws Exception {
        var tries = new AtomicInteger();

        String answer = new Patience().insist(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("connection lost", "08006"));
            }
            return "answer";
        });

        assertThat(answer).isEqualTo("answer");
        assertThat(tries).hasValue(3);
    }

    @Test
    void passesOnWhatTryingAgainDoesNotCure() {
        assertThatThrownBy(() -> new Patience().insist(() -> {
                    throw new IllegalArgumentException("wrong");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
