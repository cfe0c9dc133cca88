package io.vimax.keypool.scope;

import io.vimax.keypool.problem.FieldProblem;
import java.util.List;
import java.util.UUID;

/** Why a call about quota scopes was refused. */
abstract sealed class ScopeException extends RuntimeException {

    private ScopeException(String message) {
        super(message);
    }

    static final class NotFound extends ScopeException {
        NotFound(UUID id) {
            super("There is no quota scope " + id + ".");
        }
    }

    static final class UnknownService extends ScopeException {
        UnknownService(List<String> known) {
            super("There is no such service; known are " + String.join(", ", known) + ".");
        }
    }

    static final class UnknownZone extends ScopeException {
        UnknownZone() {
            super("There is no such time zone; take an IANA name such as UTC or America/Los_Angeles.");
        }
    }

    static final class LimitsRefused extends ScopeException {
        final transient List<FieldProblem> faults;

        LimitsRefused(List<FieldProblem> faults) {
            super("Some limits are not as they must be.");
            this.faults = List.copyOf(faults);
        }
    }

    static final class NameTaken extends ScopeException {
        NameTaken() {
            super("There is a scope of this name for this service already.");
        }
    }

    static final class InUse extends ScopeException {
        InUse(int keys) {
            super("The scope has " + keys + " keys; delete them or move them to another scope first.");
        }
    }

    static final class InBooks extends ScopeException {
        InBooks() {
            super("Deleted keys of this scope are in the books of usage, so the scope stays.");
        }
    }

    static final class OfInstallation extends ScopeException {
        OfInstallation() {
            super("Only an operator may change what belongs to the installation.");
        }
    }

    static final class BuiltIn extends ScopeException {
        BuiltIn() {
            super("The scope of the built-in provider is set by the configuration (VIMAX_LOCAL_SLOTS).");
        }
    }
}
