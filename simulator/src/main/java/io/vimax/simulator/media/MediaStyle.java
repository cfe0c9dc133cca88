package io.vimax.simulator.media;

/** How much trouble is taken over a result. */
public enum MediaStyle {
    /** Small and quick: the same colours and movement for every prompt. */
    PLAIN,
    /** Pictures of what their prompt speaks of and clips that move over them; FFmpeg makes the clips. */
    DRAWN
}
