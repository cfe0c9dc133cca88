package io.vimax.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Callers that a service under test trusts. Every issuer has one key for the life of the test JVM; {@link #trustFile()} names
 * them all, so that tests also show that a service refuses a trusted issuer in the wrong role.
 */
public final class Identities {

    private static final Map<String, ECKey> KEYS = new ConcurrentHashMap<>();
    private static final List<String> ISSUERS = List.of(
            "gateway", "generation-worker", "editor-service", "model-config-service", "conversation-service", "cli");

    private Identities() {}

    /** A person's token as the gateway mints it, without the word Bearer. */
    public static String person(UUID userId, String... roles) {
        return token(
                "gateway",
                userId.toString(),
                "vimax",
                Duration.ofMinutes(5),
                roles.length == 0 ? new String[] {"creator"} : roles);
    }

    /** A service's own token for a call of another service. */
    public static String service(String caller, String called) {
        return token(caller, caller, called, Duration.ofMinutes(1), "service");
    }

    /** A token with every claim chosen, for tests of what is refused. */
    public static String token(String issuer, String subject, String audience, Duration life, String... roles) {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .claim("roles", List.of(roles))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(issuer)
                        .build(),
                claims);
        try {
            jwt.sign(new ECDSASigner(key(issuer)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /** The JWK set of all issuers' public keys. */
    public static Path trustFile() {
        ISSUERS.forEach(Identities::key);
        return write("trust", new JWKSet(List.copyOf(KEYS.values())).toString(true));
    }

    /** The private JWK of one issuer. */
    public static Path identityFile(String issuer) {
        return write("identity-" + issuer, key(issuer).toJSONString());
    }

    private static ECKey key(String issuer) {
        return KEYS.computeIfAbsent(issuer, name -> {
            try {
                return new ECKeyGenerator(Curve.P_256).keyID(name).generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Path write(String name, String json) {
        try {
            Path file = Files.createTempFile("vimax-" + name, ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
