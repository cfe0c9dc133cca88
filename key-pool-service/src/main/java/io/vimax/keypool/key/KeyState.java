package io.vimax.keypool.key;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a key stands. Stored by name: a state may be added, never renamed. Short cool-downs live in Redis, not here. */
public enum KeyState {
    /** May be lent. */
    ACTIVE,
    /** The provider says that the account has no credit; checked again later. */
    OUT_OF_CREDIT,
    /** The provider refused it; a person has to look. */
    INVALID,
    /** A person took it out of use for a while. */
    PAUSED,
    /** A person took it out for good. Final. */
    DELETED;

    Set<KeyState> next() {
        return switch (this) {
            case ACTIVE -> EnumSet.of(OUT_OF_CREDIT, INVALID, PAUSED, DELETED);
            case OUT_OF_CREDIT, INVALID, PAUSED -> EnumSet.of(ACTIVE, PAUSED, DELETED);
            case DELETED -> EnumSet.noneOf(KeyState.class);
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
