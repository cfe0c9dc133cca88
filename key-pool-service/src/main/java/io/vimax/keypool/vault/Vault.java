package io.vimax.keypool.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Seals secrets: AES-256-GCM with a data key per secret, itself sealed by the master key. The row's id and service are bound in
 * as associated data, so that a sealed secret moved to another row does not open.
 */
@Component
public class Vault {

    /** Wrapped data key of always 60 bytes; what was sealed before master keys could come from elsewhere. */
    private static final byte FIXED_LENGTH = 1;
    /** Two bytes with the length of the wrapped data key come first. */
    private static final byte ANY_LENGTH = 2;

    private static final int FIXED_BYTES = 60;
    private static final int KEY_BYTES = 32;
    private static final int TWO_BYTES = 0xffff;

    private final MasterKeys masters;
    private final VaultRow row;
    private final AtomicReference<@Nullable SecretKeySpec> fingerprintKey = new AtomicReference<>();

    Vault(MasterKeys masters, VaultRow row) {
        this.masters = masters;
        this.row = row;
    }

    /**
     * A sealed secret.
     *
     * @param masterKey id of the master key it was sealed with
     */
    public record Sealed(String masterKey, byte[] bytes) {

        @Override
        public String toString() {
            return "Sealed[by " + masterKey + "]";
        }
    }

    /** A replica that lacks the master key stops here, at its start, and not at the first lease. */
    @Order(0)
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        fingerprintKey();
    }

    /** Sealed form of a secret that only opens again for the same row and service. */
    public Sealed seal(String secret, UUID id, String service) {
        MasterKey master = masters.get(row.read().masterKey());
        byte[] dataKey = Ciphers.random(KEY_BYTES);
        byte[] context = context(id, service);
        byte[] payload =
                Ciphers.seal(new SecretKeySpec(dataKey, "AES"), context, secret.getBytes(StandardCharsets.UTF_8));
        return sealed(master, dataKey, context, payload);
    }

    /**
     * The secret again.
     *
     * @throws IllegalStateException if it was sealed for another row, by another master key, or was changed
     */
    public String open(Sealed sealed, UUID id, String service) {
        byte[] context = context(id, service);
        Parts parts = Parts.of(sealed.bytes());
        byte[] dataKey = masters.get(sealed.masterKey()).unwrap(parts.wrappedKey(), context);
        return new String(
                Ciphers.open(new SecretKeySpec(dataKey, "AES"), context, parts.payload()), StandardCharsets.UTF_8);
    }

    /** The same secret under another master key. Only the data key is sealed anew; the secret itself is not even opened. */
    Sealed rewrap(Sealed sealed, UUID id, String service, MasterKey to) {
        byte[] context = context(id, service);
        Parts parts = Parts.of(sealed.bytes());
        return sealed(
                to, masters.get(sealed.masterKey()).unwrap(parts.wrappedKey(), context), context, parts.payload());
    }

    /** Tells whether two secrets are the same without keeping either; worthless without a master key. Outlives master keys. */
    public String fingerprint(String secret, String service) {
        return HexFormat.of().formatHex(Ciphers.hmac(fingerprintKey(), service + '\n' + secret));
    }

    /** Tells whether two texts that may carry secrets are the same. */
    public String digest(String text) {
        return HexFormat.of().formatHex(Ciphers.hmac(fingerprintKey(), "digest\n" + text));
    }

    private SecretKeySpec fingerprintKey() {
        SecretKeySpec known = fingerprintKey.get();
        if (known == null) {
            known = new SecretKeySpec(row.fingerprintKey(), Ciphers.HMAC);
            fingerprintKey.set(known);
        }
        return known;
    }

    private static Sealed sealed(MasterKey master, byte[] dataKey, byte[] context, byte[] payload) {
        byte[] wrapped = master.wrap(dataKey, context);
        if (wrapped.length > TWO_BYTES) {
            throw new IllegalStateException("The master key " + master.id() + " makes sealed keys of " + wrapped.length
                    + " bytes; at most " + TWO_BYTES + " fit");
        }
        return new Sealed(
                master.id(),
                ByteBuffer.allocate(1 + Short.BYTES + wrapped.length + payload.length)
                        .put(ANY_LENGTH)
                        .putShort((short) wrapped.length)
                        .put(wrapped)
                        .put(payload)
                        .array());
    }

    private static byte[] context(UUID id, String service) {
        return (id + "|" + service).getBytes(StandardCharsets.UTF_8);
    }

    private record Parts(byte[] wrappedKey, byte[] payload) {

        static Parts of(byte[] bytes) {
            var buffer = ByteBuffer.wrap(bytes);
            int length = switch (buffer.get()) {
                case FIXED_LENGTH -> FIXED_BYTES;
                case ANY_LENGTH -> Short.toUnsignedInt(buffer.getShort());
                default -> throw new IllegalStateException("Unknown form of a sealed secret");
            };
            return new Parts(Ciphers.take(buffer, length), Ciphers.take(buffer, buffer.remaining()));
        }
    }
}
