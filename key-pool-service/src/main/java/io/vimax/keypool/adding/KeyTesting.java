package io.vimax.keypool.adding;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for the check of a key, in the caller's transaction; the answer comes later by {@link KeyRing#checked}. */
public interface KeyTesting {

    /** @param person who asks, or null for the pool itself */
    void ask(UUID key, @Nullable UUID person);
}
