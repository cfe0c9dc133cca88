package io.vimax.keypool.vault;

/**
 * Seals data keys. Keys from files and variables are {@link LocalMasterKey}; a key that never leaves a key management service is
 * a bean of this type, which then counts as configured.
 */
public interface MasterKey {

    /** Stable name, up to 40 letters, digits and hyphens; stands beside everything this key has sealed. */
    String id();

    /**
     * Seals a data key.
     *
     * @param context bound in: the same bytes are needed to open it
     */
    byte[] wrap(byte[] dataKey, byte[] context);

    /**
     * The data key again.
     *
     * @throws IllegalStateException if it was sealed by another key, for another context, or was changed
     */
    byte[] unwrap(byte[] wrapped, byte[] context);
}
