package io.vimax.editor.models;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** This service's own token for calls of one other service; minted again shortly before it ends. */
final class ServiceTokens {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration SPARE = Duration.ofSeconds(20);

    private final Path identity;
    private final String self;
    private final String called;
    private final Clock clock;
    private @Nullable Minted minted;

    ServiceTokens(Path identity, String self, String called, Clock clock) {
        this.identity = identity;
        this.self = self;
        this.called = called;
        this.clock = clock;
    }

    private record Minted(String token, Instant until) {}

    synchronized String token() {
        Instant now = clock.instant();
        if (minted == null || minted.until().isBefore(now.plus(SPARE))) {
            minted = new Minted(mint(now), now.plus(LIFE));
        }
        return minted.token();
    }

    private String mint(Instant now) {
        try {
            ECKey key = ECKey.parse(Files.readString(identity));
            var claims = JWTClaimsSet.parse(Map.of(
                    "iss", self,
                    "sub", self,
                    "aud", List.of(called),
                    "roles", List.of("service"),
                    "iat", now.getEpochSecond(),
                    "exp", now.plus(LIFE).getEpochSecond()));
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(JOSEObjectType.JWT)
                            .keyID(self)
                            .build(),
                    claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (IOException e) {
            throw new UncheckedIOException("The identity " + identity + " cannot be read", e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("The identity " + identity + " is no private key", e);
        }
    }
}
