package io.vimax.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.vimax.gateway.startup.RefusedStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mints the gateway's tokens and reads those meant for it. Everything is ES256. */
@Component
public class Tokens {

    public static final String GATEWAY = "gateway";
    public static final String COMMAND_LINE = "cli";

    private final ECKey own;
    private final Map<String, ECKey> trusted;
    private final Clock clock;

    Tokens(IdentityProperties properties, Clock clock) {
        this.own = privateKey(properties.key());
        this.trusted = trustedKeys(properties.trust());
        this.clock = clock;
    }

    /** A signed token and when it ends. */
    public record Token(String jwt, Instant expiresAt) {}

    public Token mint(UUID subject, String audience, Collection<String> roles, Duration life) {
        // Claims carry whole seconds: rounding down here keeps our own idea of the end the same as the reader's.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(life);
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(GATEWAY)
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(GATEWAY)
                        .subject(subject.toString())
                        .audience(audience)
                        .claim("roles", List.copyOf(roles))
                        .claim("iat", now.getEpochSecond())
                        .claim("exp", end.getEpochSecond())
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        try {
            jwt.sign(new ECDSASigner(own));
        } catch (JOSEException e) {
            throw new IllegalStateException("The gateway's own key cannot sign", e);
        }
        return new Token(jwt.serialize(), end);
    }

    /** The subject of a token, if this issuer signed it for this audience and it has not ended. */
    public Optional<UUID> subjectOf(String token, String issuer, String audience) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            // The key is chosen by the issuer we expect, never by what the token says of itself.
            ECKey key = issuer.equals(GATEWAY) ? own : trusted.get(issuer);
            if (key == null
                    || !JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new ECDSAVerifier(key.toPublicJWK()))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            boolean valid = issuer.equals(claims.getIssuer())
                    && claims.getAudience().contains(audience)
                    && jwt.getPayload().toJSONObject().get("exp") instanceof Number end
                    && clock.instant().isBefore(Instant.ofEpochSecond(end.longValue()))
                    && claims.getSubject() != null;
            return valid ? Optional.of(UUID.fromString(claims.getSubject())) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ECKey privateKey(@Nullable Path file) {
        try {
            ECKey key = JWK.parse(text(file, "VIMAX_IDENTITY")).toECKey();
            if (!key.isPrivate()) {
                throw new RefusedStart(
                        "VIMAX_IDENTITY names a file without a private key.",
                        "Point it to the private JWK of the gateway.");
            }
            return key;
        } catch (ParseException | ClassCastException e) {
            throw new RefusedStart(
                    "VIMAX_IDENTITY names a file that is no EC key: " + file,
                    "Point it to the private JWK of the gateway.");
        }
    }

    private static Map<String, ECKey> trustedKeys(@Nullable Path file) {
        try {
            Map<String, ECKey> keys = new HashMap<>();
            for (JWK key : JWKSet.parse(text(file, "VIMAX_TRUST")).getKeys()) {
                keys.put(key.getKeyID(), key.toECKey());
            }
            return Map.copyOf(keys);
        } catch (ParseException | ClassCastException e) {
            throw new RefusedStart(
                    "VIMAX_TRUST names a file that is no set of EC keys: " + file,
                    "Point it to the JWK set of the public keys that the gateway trusts.");
        }
    }

    private static String text(@Nullable Path file, String variable) {
        if (file == null || file.toString().isEmpty()) {
            throw new RefusedStart(variable + " is not set.", "Set it to the file that ./vimax made for the gateway.");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RefusedStart(
                    variable + " names a file that cannot be read: " + file,
                    "Set it to the file that ./vimax made for the gateway.");
        }
    }
}
