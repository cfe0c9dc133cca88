package io.vimax.worker.check;

import io.vimax.worker.lease.KeyPoolHttp;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The wire of key-pool-service for checks. Throws {@link RestClientException} when there is no answer. */
@Component
class CheckPool {

    private final RestClient http;

    /** Not observed: a question every second would fill the traces. */
    CheckPool(KeyPoolHttp pool) {
        this.http = pool.builder().build();
    }

    private record Wish(String owner, int most) {}

    private record Questions(List<CheckQuestion> items) {}

    private record Answer(String owner, String result, String code, String detail, long latencyMs) {}

    List<CheckQuestion> claim(String owner, int most) {
        Questions questions = http.post()
                .uri("/internal/checks/claim")
                .body(new Wish(owner, most))
                .retrieve()
                .body(Questions.class);
        return questions == null ? List.of() : questions.items();
    }

    void report(String owner, CheckQuestion question, CheckResult result, Duration took) {
        try {
            http.post()
                    .uri("/internal/checks/{id}/result", question.checkId())
                    .body(new Answer(owner, result.result(), result.code(), result.detail(), took.toMillis()))
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException.Conflict e) {
            // Somebody else has it meanwhile, or its time is over.
        }
    }
}
