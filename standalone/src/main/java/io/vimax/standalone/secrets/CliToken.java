package io.vimax.standalone.secrets;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Speaks to the gateway as the owner of this installation; a token lives five minutes and is made anew in time. */
public final class CliToken {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration RENEW_BEFORE = Duration.ofMinutes(1);

    private final Secrets secrets;
    private final Clock clock;
    private @Nullable String token;
    private Instant expiry = Instant.EPOCH;

    public CliToken(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    public synchronized String value() {
        Instant now = clock.instant();
        String current = token;
        if (current == null || now.isAfter(expiry.minus(RENEW_BEFORE))) {
            current = mint(now);
            token = current;
        }
        return current;
    }

    private String mint(Instant now) {
        ECKey key = secrets.identity(Secrets.CLI);
        expiry = now.plus(LIFE);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(Secrets.CLI)
                .subject(secrets.ownerId().toString())
                .audience(List.of("gateway"))
                .claim("roles", List.of("creator", "operator", "admin"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiry))
                .build();
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(Secrets.CLI).build(), claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The identity of the command line cannot sign", e);
        }
    }
}
