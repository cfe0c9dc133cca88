package io.vimax.editor.series;

import java.util.UUID;

/** Why a series cannot be used. */
public abstract sealed class SeriesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SeriesException(String message) {
        super(message);
    }

    /** There is none, or it is another person's. */
    public static final class NotFound extends SeriesException {
        private static final long serialVersionUID = 1L;

        NotFound(UUID id) {
            super("There is no series " + id + ".");
        }
    }

    /** It still has episodes. */
    public static final class NotEmpty extends SeriesException {
        private static final long serialVersionUID = 1L;

        NotEmpty(int episodes) {
            super("The series still has " + episodes + " episode(s); delete them first.");
        }
    }
}
