package io.vimax.standalone.secrets;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.vimax.standalone.home.Atomically;
import io.vimax.standalone.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes each secret when it is first asked for, and keeps it. */
public final class Secrets {
    public static final String CLI = "cli";

    /** Whose signature a service accepts. Whoever is not in the list cannot call it, whatever a token says. */
    private static final Map<String, List<String>> TRUST = Map.of(
            "gateway", List.of("gateway", CLI),
            "model-config-service", List.of("gateway", "editor-service", "generation-worker"),
            "conversation-service", List.of("gateway"),
            "editor-service", List.of("gateway", "generation-worker"),
            "key-pool-service", List.of("gateway", "generation-worker", "model-config-service"),
            "generation-worker", List.of("gateway", "editor-service"));

    private static final List<String> IDENTITIES =
            List.of("gateway", "generation-worker", "editor-service", "model-config-service", CLI);

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Home home) {
        this.folder = home.secrets();
    }

    public Path folder() {
        return folder;
    }

    /** All files that the services are pointed to. */
    public Secrets create() {
        for (String name : IDENTITIES) {
            identity(name);
        }
        TRUST.keySet().forEach(this::writeTrust);
        masterKey();
        ownerId();
        return this;
    }

    public boolean hasIdentity(String service) {
        return IDENTITIES.contains(service);
    }

    public Path identityFile(String name) {
        return folder.resolve(name + ".jwk.json");
    }

    public Path trustFile(String service) {
        return folder.resolve(service + ".trust.json");
    }

    /** Private key of an issuer; its key id is the issuer's name. */
    public ECKey identity(String name) {
        Path file = identityFile(name);
        try {
            if (!Files.exists(file)) {
                ECKey key = new ECKeyGenerator(Curve.P_256)
                        .keyID(name)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.ES256)
                        .generate();
                Atomically.writeSecret(file, key.toJSONString());
            }
            return ECKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("The identity in " + file + " is damaged", e);
        }
    }

    private void writeTrust(String service) {
        List<JWK> keys = new ArrayList<>();
        for (String issuer : TRUST.getOrDefault(service, List.of())) {
            keys.add(identity(issuer).toPublicJWK());
        }
        write(trustFile(service), new JWKSet(keys).toString(true));
    }

    /** Password of a database role: 192 random bits. */
    public String databasePassword(String role) {
        return secret("database-" + role + ".password");
    }

    /** Under this key the key pool keeps the providers' keys; without the file they are lost, so it belongs into a backup. */
    public Path masterKey() {
        Path file = folder.resolve("master.key");
        if (!Files.exists(file)) {
            byte[] key = new byte[32];
            random.nextBytes(key);
            try {
                Atomically.writeSecret(file, key);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    /** The one person of this installation. */
    public UUID ownerId() {
        Path file = folder.resolve("owner-id");
        if (!Files.exists(file)) {
            write(file, UUID.randomUUID().toString());
        }
        return UUID.fromString(read(file));
    }

    private String secret(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return read(file);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Atomically.writeSecret(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
