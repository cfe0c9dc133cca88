package io.vimax.worker.lease;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** How key-pool-service is called: its address, this service's token on every call, its names, and how long an answer may take. */
@Component
public class KeyPoolHttp {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(4);

    private final ServiceTokens tokens;
    private final LeaseProperties properties;

    KeyPoolHttp(ServiceTokens tokens, LeaseProperties properties) {
        this.tokens = tokens;
        this.properties = properties;
    }

    /** A client that is not observed unless its user says so. */
    public RestClient.Builder builder() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(LONGEST_CONNECT).build());
        requests.setReadTimeout(LONGEST_ANSWER);
        // An older worker reads a newer pool's answers, so unknown fields are fine here.
        var json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return RestClient.builder()
                .requestFactory(requests)
                .baseUrl(properties.pool().toString())
                .configureMessageConverters(
                        converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().set(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.forKeyPool());
                    return execution.execute(request, body);
                });
    }
}
