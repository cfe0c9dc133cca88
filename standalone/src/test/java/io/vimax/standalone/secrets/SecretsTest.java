package io.vimax.standalone.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.vimax.standalone.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    private Home home;
    private Secrets secrets;

    @BeforeEach
    void create() {
        home = new Home(folder.resolve("home")).create();
        secrets = new Secrets(home).create();
        secrets.databasePassword("editor");
    }

    @Test
    void letsNobodyButTheOwnerReadThem() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.secrets())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(home.secrets())) {
            assertThat(files)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void staysTheSameOnceMade() throws Exception {
        Map<String, byte[]> before = contents();

        new Secrets(home).create();

        assertThat(contents()).containsExactlyInAnyOrderEntriesOf(before);
        assertThat(Files.size(secrets.masterKey())).isEqualTo(32);
    }

    private Map<String, byte[]> contents() throws Exception {
        Map<String, byte[]> contents = new HashMap<>();
        try (Stream<Path> files = Files.list(home.secrets())) {
            for (Path file :
                    files.filter(file -> !file.toString().contains(".trust.")).toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    @Test
    void letsAServiceTrustItsCallersByPublicKeysOnly() throws Exception {
        JWKSet keyPool = JWKSet.load(secrets.trustFile("key-pool-service").toFile());

        assertThat(keyPool.getKeys()).noneMatch(JWK::isPrivate);
        assertThat(keyPool.getKeys())
                .extracting(JWK::getKeyID)
                .contains("gateway", "generation-worker")
                .doesNotContain("cli");
        assertThat(JWKSet.load(secrets.trustFile("gateway").toFile()).getKeys())
                .extracting(JWK::getKeyID)
                .containsExactlyInAnyOrder("gateway", "cli");
    }

    @Test
    void signsForTheOwnerAndForTheGatewayAlone() throws Exception {
        Instant now = Instant.parse("2026-03-01T10:00:00Z");

        SignedJWT token = SignedJWT.parse(new CliToken(secrets, Clock.fixed(now, ZoneOffset.UTC)).value());

        assertThat(token.verify(new ECDSAVerifier(secrets.identity("cli").toECPublicKey())))
                .isTrue();
        assertThat(token.getHeader().getKeyID()).isEqualTo("cli");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("gateway");
        assertThat(token.getJWTClaimsSet().getSubject())
                .isEqualTo(secrets.ownerId().toString());
        assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant()).isEqualTo(now.plusSeconds(300));
    }
}
