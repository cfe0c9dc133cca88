package io.vimax.editor.timeline;

import java.util.Collection;

/**
 * The arithmetic of a film: a title card, scenes, an end card; half a second of dissolve between scenes and around the cards,
 * cuts inside a scene. All in milliseconds.
 */
public final class FilmLength {

    public static final long TITLE_MS = 2_500;
    public static final long END_MS = 2_000;
    public static final long DISSOLVE_MS = 500;

    private FilmLength() {}

    /** Length of a film of these shots. */
    public static long ofShots(Collection<Long> shotLengths, int scenes) {
        return TITLE_MS
                + END_MS
                + shotLengths.stream().mapToLong(Long::longValue).sum()
                - DISSOLVE_MS * (scenes + 1);
    }

    /** What the shots must add up to for a film of this length. */
    public static long shotsFor(long filmMs, int scenes) {
        return filmMs - TITLE_MS - END_MS + DISSOLVE_MS * (scenes + 1);
    }
}
