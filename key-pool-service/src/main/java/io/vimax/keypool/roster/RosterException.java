package io.vimax.keypool.roster;

import java.util.UUID;

/** Why the list of keys could not be shown as asked. */
abstract sealed class RosterException extends RuntimeException {

    private RosterException(String message) {
        super(message);
    }

    static final class NotFound extends RosterException {
        NotFound(UUID id) {
            super("There is no key " + id + ".");
        }
    }

    static final class NotSeen extends RosterException {
        NotSeen() {
            super("The pool cannot say how this key is: it is not lent, was never lent, or Redis is away.");
        }
    }

    static final class UnknownFilter extends RosterException {
        UnknownFilter(String parameter, String known) {
            super("The parameter " + parameter + " takes one of " + known + ".");
        }
    }
}
