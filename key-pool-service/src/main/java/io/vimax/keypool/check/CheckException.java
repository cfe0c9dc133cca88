package io.vimax.keypool.check;

import java.util.UUID;

/** Why a call about checks was refused. */
abstract sealed class CheckException extends RuntimeException {

    private CheckException(String message) {
        super(message);
    }

    static final class NotFound extends CheckException {
        NotFound() {
            super("There is no such check.");
        }
    }

    static final class RunUnderWay extends CheckException {
        final transient UUID run;

        RunUnderWay(UUID run) {
            super("Your keys are being checked already; wait for the end or cancel it.");
            this.run = run;
        }
    }

    static final class Lost extends CheckException {
        Lost() {
            super("This check has ended or belongs to another worker.");
        }
    }

    static final class UnknownResult extends CheckException {
        UnknownResult() {
            super("A check ends passed, failed or unreachable.");
        }
    }

    static final class NotAWorker extends CheckException {
        NotAWorker() {
            super("Only a worker may check keys.");
        }
    }
}
