package io.vimax.gateway.limit;

import static io.vimax.gateway.Answers.problem;
import static io.vimax.gateway.TestGateway.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.gateway.TestGateway;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LimitFilterTest {

    @Test
    void refusesAPersonWhoCallsTooOften() {
        try (var gateway = TestGateway.start(
                "gateway.limit.burst", "2",
                "gateway.limit.per-second", "1",
                "gateway.limit.patience", "10s",
                // Its own person, because the bucket outlives this gateway.
                "VIMAX_OWNER_ID", UUID.randomUUID().toString())) {
            // Without a person nobody is counted.
            problem(send(gateway.byBrowser("/api/v1/session")), 401, "signed-out");
        }
        try (var gateway = TestGateway.start(
                "gateway.limit.burst", "2", "gateway.limit.per-second", "1", "gateway.limit.patience", "10s")) {
            HttpResponse<String> refused = Stream.generate(() -> send(gateway.byBrowser("/api/v1/session")))
                    .limit(30)
                    .filter(answer -> answer.statusCode() != 200)
                    .findFirst()
                    .orElseThrow();

            assertThat(problem(refused, 429, "too-many-requests")
                            .path("retry_after_ms")
                            .asLong())
                    .isBetween(1L, 1_000L);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(send(gateway.request("/")).statusCode()).isEqualTo(200);
        }
    }
}
