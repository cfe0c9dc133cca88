package io.vimax.keypool.key;

import java.util.UUID;

/** Why a call about keys was refused. Messages never carry key material. */
abstract sealed class KeyException extends RuntimeException {

    private KeyException(String message) {
        super(message);
    }

    static final class NotFound extends KeyException {
        NotFound(UUID id) {
            super("There is no key " + id + ".");
        }
    }

    static final class UnknownService extends KeyException {
        UnknownService(String named) {
            super("There is no service named " + named + "; known are " + Service.allWords() + ".");
        }
    }

    static final class Duplicate extends KeyException {
        final UUID existing;

        Duplicate(UUID existing) {
            super("This key is already in the pool.");
            this.existing = existing;
        }
    }

    static final class Leased extends KeyException {
        Leased(int leases) {
            super("The key is in use by " + leases
                    + " running generations; delete it when they are done, or pause it now.");
        }
    }

    static final class BuiltIn extends KeyException {
        BuiltIn() {
            super("The built-in key of the local provider cannot be removed.");
        }
    }
}
