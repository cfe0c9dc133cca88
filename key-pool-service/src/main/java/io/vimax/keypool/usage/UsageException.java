package io.vimax.keypool.usage;

/** Why a report was refused. */
abstract sealed class UsageException extends RuntimeException {

    private UsageException(String message) {
        super(message);
    }

    static final class Unfit extends UsageException {
        Unfit(String parameter, String known) {
            super("The parameter " + parameter + " takes " + known + ".");
        }
    }

    static final class TooMuch extends UsageException {
        TooMuch(int most) {
            super("The report has more than " + most + " rows; take a shorter range, longer slices or fewer groups.");
        }
    }

    static final class NotAnOperator extends UsageException {
        NotAnOperator() {
            super("Only an operator may see what everybody did with the keys of the installation.");
        }
    }
}
