package io.vimax.worker.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.failure.RetryHints;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After|20|20000",
                "retry-after|1.5|1500",
                "Retry-After|Sun, 22 Nov 2026 12:01:00 GMT|60000",
                "Retry-After|Sun, 22 Nov 2026 11:00:00 GMT|0",
                "retry-after-ms|250|250",
                "x-ms-retry-after-ms|900|900"
            })
    void readsHeaders(String name, String value, long millis) {
        assertThat(hints(Map.of(name, value), "{}").waits()).containsExactly(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":{\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"37.5s\"}]}}|37500",
                "{\"detail\":\"Request was throttled. Your rate limit resets in ~30s.\",\"retry_after\":29}|30000",
                "{\"error\":{\"message\":\"Rate limit reached. Please try again in 1m30s.\"}}|90000",
                "{\"error\":{\"message\":\"Please try again in 450ms.\"}}|450",
                "{\"error\":\"please wait 2h\"}|7200000"
            })
    void readsBodies(String body, long millis) {
        assertThat(hints(Map.of(), body).longest()).contains(Duration.ofMillis(millis));
    }

    @Test
    void takesTheLongestOfAllThatWereNamed() {
        RetryHints hints = hints(
                Map.of("retry-after", "2", "retry-after-ms", "1800"),
                "{\"error\":{\"message\":\"try again in 1.9s\"}}");

        assertThat(hints.waits()).hasSize(3);
        assertThat(hints.longest()).contains(Duration.ofSeconds(2));
    }

    @Test
    void knowsADaysLimit() {
        assertThat(hints(Map.of(), "{\"error\":{\"message\":\"您已达到每日请求数限制\"}}").perDay())
                .isTrue();
        assertThat(hints(Map.of(), "{\"error\":{\"message\":\"requests per day (RPD)\"}}")
                        .perDay())
                .isTrue();
        assertThat(hints(Map.of(), "{\"error\":{\"message\":\"requests per min (RPM)\"}}")
                        .perDay())
                .isFalse();
    }

    @Test
    void passesOverWhatIsNoTime() {
        assertThat(hints(Map.of("retry-after", "soon", "retry-after-ms", "-4"), "{\"retry_after\":\"9999999999\"}")
                        .waits())
                .isEmpty();
    }

    private static RetryHints hints(Map<String, String> headers, String body) {
        Answer.Heard heard = Heards.heard(429, headers, body);
        return HintReader.read(heard.headers(), heard.json().orElseThrow(), heard.at());
    }
}
