package io.vimax.keypool.key;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a key stands. Stored by name: a state may be added, never renamed. Short cool-downs live in Redis, not here. */
public enum KeyState {
    /** Added, and not lent before its first check has passed. */
    CHECKING,
    /** May be lent. */
    ACTIVE,
    /** The provider says that the account has no credit; checked again later. */
    OUT_OF_CREDIT,
    /** The provider refused it; a person has to look. */
    INVALID,
    /** A person took it out of use for a while. */
    PAUSED,
    /** Not lent any more; what it is lent for ends, then it is paused or deleted. */
    DRAINING,
    /** A person took it out for good. Comes back only by undoing, while its secret is not forgotten yet. */
    DELETED;

    Set<KeyState> next() {
        return switch (this) {
            case CHECKING -> EnumSet.of(ACTIVE, OUT_OF_CREDIT, INVALID, PAUSED, DELETED);
            case ACTIVE -> EnumSet.of(OUT_OF_CREDIT, INVALID, PAUSED, DRAINING, DELETED);
            case OUT_OF_CREDIT, INVALID -> EnumSet.of(ACTIVE, OUT_OF_CREDIT, INVALID, PAUSED, DRAINING, DELETED);
            case PAUSED -> EnumSet.of(ACTIVE, DRAINING, DELETED);
            case DRAINING -> EnumSet.of(ACTIVE, PAUSED, DELETED);
            case DELETED -> EnumSet.of(ACTIVE, OUT_OF_CREDIT, INVALID, PAUSED);
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
