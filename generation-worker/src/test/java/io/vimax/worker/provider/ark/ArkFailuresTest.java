package io.vimax.worker.provider.ark;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.remote.Finding;
import io.vimax.worker.provider.wire.Complaint;
import io.vimax.worker.provider.wire.Heards;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArkFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "401,AuthenticationError,The API key in the request is missing or invalid,KeyInvalid,true",
        "403,AccountOverdueError,your account has an overdue balance,OutOfCredit,true",
        "429,ModelAccountRpmRateLimitExceeded,exceeded the limit of 60 requests per minute,RateLimited,true",
        "429,QuotaExceeded,exceeded the quota of 100 a day,RateLimited,true",
        "429,RequestBurstTooFast,The number of running tasks has exceeded the limit of 5,ConcurrencyLimited,true",
        "429,ServerOverloaded,unable to handle additional requests due to server overload,Saturated,true",
        "404,ModelNotOpen,Your account has not activated x,BadRequest,true",
        "404,InvalidEndpointOrModel.NotFound,does not exist or you do not have access to it,BadRequest,true",
        "400,InvalidParameter,The parameter `ratio` specified in the request is not valid,BadRequest,true",
        "400,InputTextSensitiveContentDetected,may contain sensitive information,ContentRejected,true",
        "400,InputImageSensitiveContentDetected.PrivacyInformation,may contain a real person,ContentRejected,true",
        "500,InternalServiceError,encountered an unexpected internal error,Unavailable,false",
        "503,ServiceUnavailable,not available,Unavailable,false"
    })
    void knowsWhatItMeans(int status, String code, String message, String failure, boolean nothingTaken) {
        Finding finding = ArkFailures.TABLE.read(Complaint.of(Heards.heard(
                status,
                "{\"error\":{\"code\":\"%s\",\"message\":\"%s. Request id: 0217\",\"param\":\"\",\"type\":\"\"}}"
                        .formatted(code, message))));

        assertThat(finding.failure().getClass().getSimpleName()).isEqualTo(failure);
        assertThat(finding.nothingTaken()).isEqualTo(nothingTaken);
    }
}
