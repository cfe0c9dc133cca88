package io.vimax.keypool.vault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/** A master key whose bytes this process holds. Its id is made of the key, so a file may be renamed or moved. */
final class LocalMasterKey implements MasterKey {

    private static final int KEY_BYTES = 32;
    private static final int ID_CHARACTERS = 16;

    private final SecretKeySpec key;
    private final SecretKeySpec macKey;
    private final String id;

    private LocalMasterKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "AES");
        this.macKey = new SecretKeySpec(bytes, Ciphers.HMAC);
        this.id = HexFormat.of()
                .formatHex(Ciphers.hmac(macKey, "vimax master key id v1"))
                .substring(0, ID_CHARACTERS);
    }

    /**
     * A key of 32 bytes.
     *
     * @param content the bytes, raw or in Base64
     * @param place where it came from, for the message
     */
    static LocalMasterKey of(byte[] content, String place) {
        byte[] bytes = content;
        if (bytes.length != KEY_BYTES) {
            try {
                bytes = Base64.getDecoder().decode(new String(content, StandardCharsets.US_ASCII).strip());
            } catch (IllegalArgumentException e) {
                bytes = new byte[0];
            }
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("The master key in " + place + " must have 32 bytes, raw or in Base64");
        }
        return new LocalMasterKey(bytes);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public byte[] wrap(byte[] dataKey, byte[] context) {
        return Ciphers.seal(key, context, dataKey);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) {
        return Ciphers.open(key, context, wrapped);
    }

    /** The key that fingerprints were made with before it lay in the database. */
    byte[] firstFingerprintKey() {
        return Ciphers.hmac(macKey, "vimax fingerprint v1");
    }
}
