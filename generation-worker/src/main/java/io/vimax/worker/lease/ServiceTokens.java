package io.vimax.worker.lease;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** This service's own tokens for other services; one for the key pool is used until it has little time left. */
@Component
public class ServiceTokens {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration LEAST_LEFT = Duration.ofSeconds(20);

    private final LeaseProperties properties;
    private final Clock clock;
    private @Nullable ECKey key;
    private String token = "";
    private Instant useUntil = Instant.EPOCH;

    ServiceTokens(LeaseProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    synchronized String forKeyPool() {
        Instant now = clock.instant();
        if (now.isAfter(useUntil)) {
            token = mint(now, "key-pool-service");
            useUntil = now.plus(LIFE).minus(LEAST_LEFT);
        }
        return token;
    }

    /** A fresh one, for a service that is seldom called. */
    public synchronized String forService(String called) {
        return mint(clock.instant(), called);
    }

    private String mint(Instant now, String called) {
        try {
            ECKey signer = key();
            String self = signer.getKeyID();
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(self).build(),
                    new JWTClaimsSet.Builder()
                            .issuer(self)
                            .subject(self)
                            .audience(called)
                            .claim("roles", List.of("service"))
                            .claim("iat", now.getEpochSecond())
                            .claim("exp", now.plus(LIFE).getEpochSecond())
                            .build());
            jwt.sign(new ECDSASigner(signer));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The identity cannot sign", e);
        }
    }

    private ECKey key() {
        ECKey known = key;
        if (known == null) {
            try {
                known = ECKey.parse(Files.readString(properties.identity()));
            } catch (IOException e) {
                throw new UncheckedIOException("The identity file cannot be read: " + properties.identity(), e);
            } catch (ParseException e) {
                throw new IllegalStateException("The identity file is not a JWK: " + properties.identity(), e);
            }
            key = known;
        }
        return known;
    }
}
