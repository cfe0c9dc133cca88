package io.vimax.worker.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.vimax.testing.PostgresServer;
import io.vimax.worker.provider.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DurationHistoryTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "-5, 0", "1, 1", "1000, 1", "1001, 2", "2000, 2", "4000, 3", "30000, 6", "600000, 11"})
    void comparesOnlyWorkOfLikeLength(long lengthMs, int lengthClass) {
        assertThat(DurationHistory.lengthClass(lengthMs)).isEqualTo(lengthClass);
    }

    @Test
    void estimatesFromItsOwnHistoryAndSaysHowMuchThereIs() {
        try (var database = new HikariDataSource()) {
            database.setJdbcUrl(PostgresServer.freshUrl());
            database.setUsername("postgres");
            database.setPassword("postgres");
            Flyway.configure().dataSource(database).load().migrate();
            var history = new DurationHistory(JdbcClient.create(database), Clock.systemUTC());
            for (int seconds = 1; seconds <= 11; seconds++) {
                history.add(clip(5_000), Duration.ofSeconds(seconds));
            }

            var estimate = history.estimate(clip(4_500)).orElseThrow();

            assertThat(estimate).isEqualTo(new DurationHistory.Estimate(6_000, 10_000, 11));
            assertThat(history.estimate(clip(60_000))).isEmpty();
        }
    }

    private static Subject clip(long lengthMs) {
        return new Subject(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Kind.VIDEO,
                "SHOT_CLIP",
                UUID.randomUUID(),
                "shot",
                "local-animatic",
                lengthMs);
    }
}
