package io.vimax.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.gateway.startup.RefusedStart;
import io.vimax.testing.Identities;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.900Z");

    private final Path key = Identities.identityFile("gateway");
    private final Path trust = Identities.trustFile();
    private final UUID person = UUID.randomUUID();

    private Tokens at(Instant now) {
        return new Tokens(new IdentityProperties(key, trust), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void readsWhatItSignedUntilItEnds() {
        Tokens.Token token = at(NOON).mint(person, "session", List.of(), Duration.ofMinutes(1));

        assertThat(token.expiresAt()).isEqualTo(Instant.parse("2026-11-22T12:01:00Z"));
        assertThat(at(token.expiresAt().minusMillis(1)).subjectOf(token.jwt(), "gateway", "session"))
                .hasValue(person);
        assertThat(at(token.expiresAt()).subjectOf(token.jwt(), "gateway", "session"))
                .isEmpty();
        assertThat(at(NOON).subjectOf(token.jwt(), "gateway", "vimax")).isEmpty();
        assertThat(at(NOON).subjectOf(token.jwt(), "cli", "session")).isEmpty();
        assertThat(at(NOON).subjectOf(token.jwt(), "nobody", "session")).isEmpty();
    }

    @Test
    void refusesWhatWasChangedOrNotSigned() {
        String jwt = at(NOON).mint(person, "session", List.of(), Duration.ofMinutes(1))
                .jwt();
        String[] parts = jwt.split("\\.", -1);
        String other = at(NOON).mint(UUID.randomUUID(), "session", List.of(), Duration.ofMinutes(1))
                .jwt();

        assertThat(at(NOON).subjectOf(
                                parts[0] + "." + other.split("\\.", -1)[1] + "." + parts[2], "gateway", "session"))
                .isEmpty();
        // {"alg":"none"}
        assertThat(at(NOON).subjectOf("eyJhbGciOiJub25lIn0." + parts[1] + ".", "gateway", "session"))
                .isEmpty();
        assertThat(at(NOON).subjectOf("", "gateway", "session")).isEmpty();
    }

    @Test
    void refusesToStartWithoutItsKeyOrWhomItTrusts(@TempDir Path folder) throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense"), "{}");
        Path publicKey = Files.writeString(
                folder.resolve("public"),
                com.nimbusds
                        .jose
                        .jwk
                        .JWK
                        .parse(Files.readString(key))
                        .toPublicJWK()
                        .toJSONString());

        refused(null, trust, "VIMAX_IDENTITY is not set");
        refused(Path.of(""), trust, "VIMAX_IDENTITY is not set");
        refused(folder.resolve("missing"), trust, "VIMAX_IDENTITY names a file that cannot be read");
        refused(nonsense, trust, "VIMAX_IDENTITY names a file that is no EC key");
        refused(publicKey, trust, "VIMAX_IDENTITY names a file without a private key");
        refused(key, null, "VIMAX_TRUST is not set");
        refused(key, nonsense, "VIMAX_TRUST names a file that is no set of EC keys");
    }

    private static void refused(@Nullable Path key, @Nullable Path trust, String reason) {
        assertThatThrownBy(() -> new Tokens(new IdentityProperties(key, trust), Clock.systemUTC()))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining(reason);
    }
}
