package io.vimax.keypool.lease;

import java.util.UUID;

/** Why a call about leases was refused. */
abstract sealed class LeaseException extends RuntimeException {

    private LeaseException(String message) {
        super(message);
    }

    static final class NotFound extends LeaseException {
        NotFound(UUID id) {
            super("There is no lease " + id + ".");
        }
    }

    static final class NotAWorker extends LeaseException {
        NotAWorker() {
            super("Only a worker may hold a lease.");
        }
    }

    static final class Lost extends LeaseException {
        Lost(UUID id) {
            super("Lease " + id + " has ended or belongs to another holder; stop using its key.");
        }
    }

    static final class UnknownService extends LeaseException {
        UnknownService(String named) {
            super("There is no service named " + named + ".");
        }
    }

    static final class UnknownOutcome extends LeaseException {
        UnknownOutcome(String named) {
            super("There is no outcome named " + named + ".");
        }
    }
}
