package io.vimax.editor.editing;

import java.util.List;

/** Why an edit is refused. */
abstract sealed class EditingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private EditingException(String message) {
        super(message);
    }

    /** @param field path in snake_case */
    record Fault(String field, String code, String message) {}

    /** The new script names what is not there, or uses unknown words. */
    static final class BadScript extends EditingException {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        BadScript(List<Fault> faults) {
            super("The script cannot be used as it is.");
            this.faults = List.copyOf(faults);
        }

        List<Fault> faults() {
            return faults;
        }
    }

    /** The cut cannot be rendered. */
    static final class BadTimeline extends EditingException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> reasons;

        BadTimeline(List<String> reasons) {
            super(String.join(" ", reasons));
            this.reasons = List.copyOf(reasons);
        }

        List<String> reasons() {
            return reasons;
        }
    }

    /** A change of a document must name the version that it is of. */
    static final class VersionMissing extends EditingException {
        private static final long serialVersionUID = 1L;

        VersionMissing() {
            super("Send If-Match with the ETag of the state document that this change is of.");
        }
    }
}
