package io.vimax.keypool.key;

import io.vimax.keypool.problem.FieldProblem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a call about keys was refused. Messages never carry key material, nor anything else that was sent. */
public abstract sealed class KeyException extends RuntimeException {

    private KeyException(String message) {
        super(message);
    }

    static final class NotFound extends KeyException {
        NotFound(UUID id) {
            super("There is no key " + id + ".");
        }
    }

    public static final class UnknownService extends KeyException {
        public UnknownService() {
            super("There is no such service; known are " + Service.wordsWithKeys() + ".");
        }
    }

    public static final class LimitsRefused extends KeyException {
        final transient List<FieldProblem> faults;

        public LimitsRefused(List<FieldProblem> faults) {
            super("Some limits are not as they must be.");
            this.faults = List.copyOf(faults);
        }
    }

    static final class UnfitScope extends KeyException {
        UnfitScope() {
            super("There is no such quota scope for this service and owner.");
        }
    }

    public static final class Duplicate extends KeyException {
        /** Null where the caller may not know whose it is. */
        final transient @Nullable UUID existing;

        public Duplicate(@Nullable UUID existing) {
            super("This key is already in the pool.");
            this.existing = existing;
        }
    }

    static final class Leased extends KeyException {
        Leased(int leases) {
            super("The key is in use by " + leases
                    + " running generations; delete it with drain=true, or when they are done.");
        }
    }

    static final class BuiltIn extends KeyException {
        BuiltIn() {
            super("The built-in key of the local provider has no secret and stays as it is.");
        }
    }

    static final class FromEnvironment extends KeyException {
        FromEnvironment() {
            super("This key comes from the environment; take it out of VIMAX_KEYS_* and start anew.");
        }
    }

    public static final class OfInstallation extends KeyException {
        public OfInstallation() {
            super("Only an operator may see to keys of the installation.");
        }
    }

    static final class NoSuchStep extends KeyException {
        NoSuchStep(KeyState from, KeyState to) {
            super("A key that is " + from.word() + " cannot become " + to.word() + ".");
        }
    }

    static final class AlreadyRotating extends KeyException {
        AlreadyRotating() {
            super("Another key takes over from this one already, or it is on its way out.");
        }
    }

    static final class UndoTooLate extends KeyException {
        UndoTooLate() {
            super("The secret of this key is forgotten; add it again.");
        }
    }
}
