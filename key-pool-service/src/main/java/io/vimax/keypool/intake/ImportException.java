package io.vimax.keypool.intake;

import java.util.List;

/** Why a list of keys was refused. */
abstract sealed class ImportException extends RuntimeException {

    private ImportException(String message) {
        super(message);
    }

    static final class NotFound extends ImportException {
        NotFound() {
            super("There is no such list any more; send it again.");
        }
    }

    static final class Empty extends ImportException {
        Empty() {
            super("The list is empty.");
        }
    }

    static final class TooLong extends ImportException {
        TooLong(int most) {
            super("A list has at most " + most + " keys; send it in parts.");
        }
    }

    static final class TooLarge extends ImportException {
        TooLarge(int bytes) {
            super("A list has at most " + bytes + " bytes; send it in parts.");
        }
    }

    static final class NotText extends ImportException {
        NotText() {
            super("The list is not text in UTF-8; save it as such.");
        }
    }

    static final class Unreadable extends ImportException {
        final transient LineFault fault;

        Unreadable(LineFault fault) {
            super("The list cannot be read from line " + fault.line() + ", column " + fault.column() + " on.");
            this.fault = fault;
        }
    }

    static final class BadHeader extends ImportException {
        final transient List<LineFault> faults;

        BadHeader(List<LineFault> faults) {
            super("The first line does not name the columns as it must.");
            this.faults = List.copyOf(faults);
        }
    }

    static final class HasFaults extends ImportException {
        final int wrong;
        final int duplicates;

        HasFaults(int wrong, int duplicates) {
            super("Nothing was taken, because not every entry can be: " + wrong + " are wrong, " + duplicates
                    + " are in the pool already. Mend the list, or take it with mode valid_only.");
            this.wrong = wrong;
            this.duplicates = duplicates;
        }
    }

    static final class NotAnOperator extends ImportException {
        NotAnOperator() {
            super("Only an operator may add keys of the installation.");
        }
    }
}
