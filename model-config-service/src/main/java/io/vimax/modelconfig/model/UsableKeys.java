package io.vimax.modelconfig.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks key-pool-service which providers have a key to lend; remembers the answer for a few seconds and while the pool is away. */
@Component
class UsableKeys {

    private static final Logger log = LoggerFactory.getLogger(UsableKeys.class);
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(1);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(2);
    private static final String SELF = "model-config-service";
    private static final String POOL = "key-pool-service";
    private static final ParameterizedTypeReference<List<Service>> SERVICES = new ParameterizedTypeReference<>() {};

    private final RestClient pool;
    private final ECKey identity;
    private final Clock clock;
    private volatile Snapshot last = new Snapshot(Map.of(), Instant.EPOCH);

    UsableKeys(Settings settings, Clock clock) throws IOException, ParseException {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(LONGEST_CALL).build());
        requests.setReadTimeout(LONGEST_CALL);
        this.pool = RestClient.builder()
                .baseUrl(settings.url().toString())
                .requestFactory(requests)
                .build();
        this.identity = ECKey.parse(Files.readString(settings.identity()));
        this.clock = clock;
    }

    /** @param reason why none is usable, or null */
    record Service(
            String service,
            @JsonProperty("usable_keys") int usableKeys,
            @Nullable String reason) {}

    private record Snapshot(Map<String, Service> services, Instant taken) {}

    /**
     * @param url where key-pool-service listens
     * @param identity this service's private JWK
     */
    @Validated
    @ConfigurationProperties("model-config.key-pool")
    record Settings(@NotNull URI url, @NotNull Path identity) {}

    /** Why no key of a provider can be used, or empty when one can. */
    Optional<String> whyNone(String provider) {
        Service service = services().get(provider);
        if (service == null) {
            return Optional.of("There is no key for " + provider + " yet; add one.");
        }
        return service.usableKeys() > 0 ? Optional.empty() : Optional.ofNullable(service.reason());
    }

    private Map<String, Service> services() {
        Snapshot known = last;
        if (known.taken().plus(FRESH).isAfter(clock.instant())) {
            return known.services();
        }
        try {
            List<Service> answer = pool.get()
                    .uri("/internal/services")
                    .headers(headers -> headers.setBearerAuth(token()))
                    .retrieve()
                    .body(SERVICES);
            known = new Snapshot(
                    answer == null
                            ? Map.of()
                            : answer.stream().collect(Collectors.toMap(Service::service, Function.identity())),
                    clock.instant());
            last = known;
        } catch (RestClientException e) {
            log.warn("key-pool-service does not answer, its last answer is used: {}", e.getMessage());
        }
        return known.services();
    }

    private String token() {
        Instant now = clock.instant();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(identity.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(SELF)
                        .subject(SELF)
                        .audience(POOL)
                        .claim("roles", List.of("service"))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(TOKEN_LIFE)))
                        .build());
        try {
            jwt.sign(new ECDSASigner(identity));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}
