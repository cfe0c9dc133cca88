package io.vimax.keypool.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals secrets: AES-256-GCM with a data key per row, itself sealed by the master key (NIST SP 800-38D; nonces of 96 random
 * bits). The row's id and service are bound in as associated data, so that a sealed secret moved to another row does not open.
 */
@Component
class Vault {

    private static final byte FORMAT = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SEALED_DATA_KEY_BYTES = KEY_BYTES + TAG_BITS / 8;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec masterKey;
    private final SecretKeySpec fingerprintKey;

    Vault(VaultProperties properties) throws IOException, GeneralSecurityException {
        byte[] master = Files.readAllBytes(properties.masterKeyFile());
        if (master.length != KEY_BYTES) {
            master = Base64.getDecoder().decode(new String(master, StandardCharsets.US_ASCII).strip());
        }
        if (master.length != KEY_BYTES) {
            throw new IllegalStateException("The master key must have 32 bytes, raw or in Base64");
        }
        this.masterKey = new SecretKeySpec(master, "AES");
        this.fingerprintKey =
                new SecretKeySpec(hmac(new SecretKeySpec(master, "HmacSHA256"), "vimax fingerprint v1"), "HmacSHA256");
    }

    /** Sealed form of a secret that only opens again for the same key id and service. */
    byte[] seal(String secret, UUID keyId, Service service) {
        byte[] dataKey = randomBytes(KEY_BYTES);
        byte[] keyNonce = randomBytes(NONCE_BYTES);
        byte[] nonce = randomBytes(NONCE_BYTES);
        byte[] context = context(keyId, service);
        byte[] sealedKey = crypt(Cipher.ENCRYPT_MODE, masterKey, keyNonce, context, dataKey);
        byte[] sealed = crypt(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(dataKey, "AES"),
                nonce,
                context,
                secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + keyNonce.length + sealedKey.length + nonce.length + sealed.length)
                .put(FORMAT)
                .put(keyNonce)
                .put(sealedKey)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * The secret again.
     *
     * @throws IllegalStateException if it was sealed for another row or by another master key, or was changed
     */
    String open(byte[] sealed, UUID keyId, Service service) {
        var buffer = ByteBuffer.wrap(sealed);
        if (buffer.get() != FORMAT) {
            throw new IllegalStateException("Unknown form of a sealed secret");
        }
        byte[] context = context(keyId, service);
        byte[] keyNonce = take(buffer, NONCE_BYTES);
        byte[] sealedKey = take(buffer, SEALED_DATA_KEY_BYTES);
        byte[] nonce = take(buffer, NONCE_BYTES);
        byte[] rest = take(buffer, buffer.remaining());
        byte[] dataKey = crypt(Cipher.DECRYPT_MODE, masterKey, keyNonce, context, sealedKey);
        return new String(
                crypt(Cipher.DECRYPT_MODE, new SecretKeySpec(dataKey, "AES"), nonce, context, rest),
                StandardCharsets.UTF_8);
    }

    /** Tells whether two secrets are the same without keeping either; worthless without the master key. */
    String fingerprint(String secret, Service service) {
        try {
            return HexFormat.of().formatHex(hmac(fingerprintKey, service.word() + '\n' + secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] take(ByteBuffer buffer, int count) {
        byte[] bytes = new byte[count];
        buffer.get(bytes);
        return bytes;
    }

    private static byte[] context(UUID keyId, Service service) {
        return (keyId + "|" + service.word()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] crypt(int mode, SecretKeySpec key, byte[] nonce, byte[] context, byte[] data) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be sealed or opened", e);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
