package io.vimax.keypool.vault;

import static io.vimax.keypool.Calls.json;
import static io.vimax.keypool.Calls.newSecret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.vimax.keypool.Calls;
import io.vimax.keypool.key.KeyRing;
import io.vimax.testing.TestServers;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** With three master keys: the one from the file, one from a variable, and one of a service that keeps its key to itself. */
@SpringBootTest(properties = "key-pool.vault.master-keys=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class VaultTest {

    private static final String MASTER_KEYS = "/api/v1/api-keys/master-keys";

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    @Autowired
    KeyRing ring;

    @Autowired
    MasterKeys masters;

    Calls admin;
    Calls owner;

    /** A stand-in for a key management service: another process would do this arithmetic. */
    static final class RemoteKey implements MasterKey {

        private final LocalMasterKey hidden = LocalMasterKey.of(new byte[32], "the service");

        @Override
        public String id() {
            return "kms-key-7";
        }

        @Override
        public byte[] wrap(byte[] dataKey, byte[] context) {
            return ("kms:" + HexFormat.of().formatHex(hidden.wrap(dataKey, context)))
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        }

        @Override
        public byte[] unwrap(byte[] wrapped, byte[] context) {
            return hidden.unwrap(
                    HexFormat.of()
                            .parseHex(new String(wrapped, java.nio.charset.StandardCharsets.US_ASCII).substring(4)),
                    context);
        }
    }

    @org.springframework.boot.test.context.TestConfiguration
    static class Kms {
        @Bean
        MasterKey remoteKey() {
            return new RemoteKey();
        }
    }

    @BeforeEach
    void newPeople() {
        admin = Calls.of(http, UUID.randomUUID(), "admin");
        owner = Calls.of(http, UUID.randomUUID());
    }

    /** Other tests share the database and know the first key only. */
    @AfterEach
    void backToTheFirstKey() {
        rotateTo(masters.first().id());
    }

    @Test
    void opensASealedSecretOnlyForItsOwnRowAndService() {
        UUID row = UUID.randomUUID();
        Vault.Sealed sealed = vault.seal("sk-secret", row, "yunwu");

        assertThat(vault.open(sealed, row, "yunwu")).isEqualTo("sk-secret");
        assertThatIllegalStateException().isThrownBy(() -> vault.open(sealed, UUID.randomUUID(), "yunwu"));
        assertThatIllegalStateException().isThrownBy(() -> vault.open(sealed, row, "openai"));
        byte[] changed = sealed.bytes().clone();
        changed[changed.length - 1] ^= 1;
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.open(new Vault.Sealed(sealed.masterKey(), changed), row, "yunwu"));
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.open(new Vault.Sealed("gone", sealed.bytes()), row, "yunwu"))
                .withMessageContaining("gone");
    }

    @Test
    void readsWhatWasSealedBeforeMasterKeysHadNames() {
        UUID row = UUID.randomUUID();
        byte[] now = vault.seal("sk-old", row, "yunwu").bytes();
        byte[] before = new byte[now.length - 2];
        before[0] = 1;
        System.arraycopy(now, 3, before, 1, before.length - 1);

        assertThat(vault.open(new Vault.Sealed(masters.first().id(), before), row, "yunwu"))
                .isEqualTo("sk-old");
    }

    @Test
    void putsEverySecretUnderAnotherMasterKeyWhileKeysAreAddedAndUsed() {
        List<String> secrets = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 250; number++) {
            secrets.add(newSecret());
            ids.add(owner.addKey(secrets.getLast()));
        }
        String print = vault.fingerprint(secrets.getFirst(), "yunwu");
        long version = jdbc.sql("select version from pool where service = 'yunwu'")
                .query(Long.class)
                .single();

        for (String next : List.of(masters.ids().get(1), "kms-key-7")) {
            assertThat(admin.post(MASTER_KEYS + "/rotate", "{\"to\":\"%s\"}".formatted(next)))
                    .hasStatus(202);
            String meanwhile = newSecret();
            String added = owner.addKey(meanwhile);
            assertThat(ring.secretOf(UUID.fromString(added))).isEqualTo(meanwhile);
            awaitNothingRemains();

            JsonNode progress = json(admin.get(MASTER_KEYS));
            assertThat(progress.path("current").asString()).isEqualTo(next);
            assertThat(progress.path("secrets").propertyNames()).containsExactly(next);
            for (int number = 0; number < ids.size(); number++) {
                assertThat(ring.secretOf(UUID.fromString(ids.get(number)))).isEqualTo(secrets.get(number));
            }
            assertThat(vault.fingerprint(secrets.getFirst(), "yunwu")).isEqualTo(print);
            owner.delete("/api/v1/api-keys/" + added);
        }
        assertThat(owner.post(
                        "/api/v1/api-keys", "{\"service_type\":\"yunwu\",\"key\":\"%s\"}".formatted(secrets.getLast())))
                .hasStatus(409);
        assertThat(jdbc.sql(
                                "select count(*) from key_audit where action = 'master_key_rotated' and detail like '%to kms-key-7'")
                        .query(Long.class)
                        .single())
                .isPositive();
        // Two keys were added and deleted beside; sealing 250 anew raised nothing.
        assertThat(jdbc.sql("select version from pool where service = 'yunwu'")
                        .query(Long.class)
                        .single())
                .isLessThan(version + 20);
    }

    @Test
    void onlyAnAdminMayAndOnlyToAKeyThatIsThere() {
        assertThat(owner.get(MASTER_KEYS)).hasStatus(403);
        assertThat(Calls.of(http, UUID.randomUUID(), "operator")
                        .post(MASTER_KEYS + "/rotate", "{\"to\":\"kms-key-7\"}"))
                .hasStatus(403);
        assertThat(json(admin.post(MASTER_KEYS + "/rotate", "{\"to\":\"unheard-of\"}"))
                        .path("code")
                        .asString())
                .isEqualTo("unknown-master-key");
    }

    private void rotateTo(String id) {
        admin.post(MASTER_KEYS + "/rotate", "{\"to\":\"%s\"}".formatted(id));
        awaitNothingRemains();
    }

    private void awaitNothingRemains() {
        await().until(() -> json(admin.get(MASTER_KEYS)).path("remaining").asInt() == 0
                && (json(admin.get(MASTER_KEYS)).path("started_at").isNull()
                        || !json(admin.get(MASTER_KEYS)).path("finished_at").isNull()));
    }
}
