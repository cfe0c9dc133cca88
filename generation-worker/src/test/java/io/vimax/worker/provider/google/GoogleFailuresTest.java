package io.vimax.worker.provider.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.remote.Finding;
import io.vimax.worker.provider.wire.Complaint;
import io.vimax.worker.provider.wire.Heards;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleFailuresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|INVALID_ARGUMENT|API key not valid. Please pass a valid API key.||KeyInvalid|true",
                "403|PERMISSION_DENIED|Method doesn't allow unregistered callers.||KeyInvalid|true",
                "429|RESOURCE_EXHAUSTED|Your prepayment credits are depleted.||OutOfCredit|true",
                "429|RESOURCE_EXHAUSTED|You exceeded your current quota.|GenerateRequestsPerMinutePerProjectPerModel|RateLimited|true",
                "429|RESOURCE_EXHAUSTED|You exceeded your current quota.|GenerateRequestsPerDayPerProjectPerModel|RateLimited|true",
                "429|RESOURCE_EXHAUSTED|You exceeded your current quota.|ConcurrentRequestsPerProjectPerModel|ConcurrencyLimited|true",
                "503|UNAVAILABLE|The model is overloaded. Please try again later.||Saturated|true",
                "404|NOT_FOUND|models/x is not found for API version v1beta||BadRequest|true",
                "400|INVALID_ARGUMENT|* durationSeconds: must be 8||BadRequest|true",
                "400|INVALID_ARGUMENT|It may contain words that violate our usage guidelines.||ContentRejected|true",
                "500|INTERNAL|An internal error has occurred.||Unavailable|false",
                "504|DEADLINE_EXCEEDED|Deadline expired before operation could complete.||Unavailable|false"
            })
    void knowsWhatItMeans(int status, String name, String message, String quota, String failure, boolean nothingTaken) {
        String details = quota == null ? "" : ",\"details\":[{\"violations\":[{\"quotaId\":\"" + quota + "\"}]}]";
        Finding finding = GoogleFailures.TABLE.read(Complaint.of(Heards.heard(
                status,
                "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"%s\"%s}}"
                        .formatted(status, message, name, details))));

        assertThat(finding.failure().getClass().getSimpleName()).isEqualTo(failure);
        assertThat(finding.nothingTaken()).isEqualTo(nothingTaken);
    }
}
