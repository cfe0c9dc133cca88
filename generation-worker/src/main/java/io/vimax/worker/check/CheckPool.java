package io.vimax.worker.check;

import io.vimax.worker.lease.ServiceTokens;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The wire of key-pool-service for checks. Throws {@link RestClientException} when there is no answer. */
@Component
class CheckPool {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(4);

    private final RestClient http;

    CheckPool(ServiceTokens tokens, CheckProperties properties) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(LONGEST_CONNECT).build());
        requests.setReadTimeout(LONGEST_ANSWER);
        var json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        // No observations: a question every second would fill the traces.
        this.http = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(properties.pool().toString())
                .configureMessageConverters(
                        converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().set(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.forKeyPool());
                    return execution.execute(request, body);
                })
                .build();
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
