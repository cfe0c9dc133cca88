package io.vimax.worker.asset.preview;

import java.util.Locale;

/** Why there is nothing to show. The message is a sentence for people. */
abstract sealed class PreviewException extends RuntimeException {

    private PreviewException(String message) {
        super(message);
    }

    /** There never will be one. */
    static final class NoSuchPreview extends PreviewException {
        NoSuchPreview(PreviewKind kind) {
            super("This asset has no " + kind.name().toLowerCase(Locale.ROOT) + ".");
        }
    }

    /** It is being made, and that takes longer than a caller waits. */
    static final class NotYet extends PreviewException {
        NotYet(PreviewKind kind) {
            super("The " + kind.name().toLowerCase(Locale.ROOT) + " is being made; ask again shortly.");
        }
    }

    /** The machine has no room to make it. */
    static final class NoRoom extends PreviewException {
        NoRoom() {
            super("The disk of the worker is full. Make room and try again.");
        }
    }
}
