package io.vimax.editor.intake;

import java.util.List;

/** Why an episode does not begin. */
abstract sealed class IntakeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private IntakeException(String message) {
        super(message);
    }

    /** @param field path in snake_case */
    record Fault(String field, String code, String message) {}

    static final class Invalid extends IntakeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        Invalid(List<Fault> faults) {
            super("Some fields are not as they must be.");
            this.faults = List.copyOf(faults);
        }

        List<Fault> faults() {
            return faults;
        }
    }

    static final class ScriptTooLong extends IntakeException {
        private static final long serialVersionUID = 1L;
        final int neededSeconds;

        ScriptTooLong(int neededSeconds, int seconds) {
            super(
                    "Reading this script aloud takes about %d seconds; the film shall last %d. Ask for a longer film or cut the text."
                            .formatted(neededSeconds, seconds));
            this.neededSeconds = neededSeconds;
        }
    }

    static final class KeyMissing extends IntakeException {
        private static final long serialVersionUID = 1L;

        KeyMissing() {
            super("Send an Idempotency-Key of 1 to 200 characters, so that a repeated call makes no second episode.");
        }
    }

    static final class KeyReused extends IntakeException {
        private static final long serialVersionUID = 1L;

        KeyReused() {
            super("This Idempotency-Key came before with another body.");
        }
    }
}
