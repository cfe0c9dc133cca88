/**
 * Makes the film: pictures, clips, voices, music and captions of a {@link io.vimax.worker.render.RenderPlan} become one
 * MP4.
 *
 * <p>The picture is made piece by piece: the part of a clip that stands alone is one piece, each dissolve is another.
 * Pieces are encoded with the same settings and joined without encoding again. A piece is kept under a hash of all that
 * shapes it, so a later render encodes only what changed; the sound is a file of its own, so new music touches no picture.
 * Memory does not grow with the number of clips, because a piece opens at most two.
 */
@NullMarked
package io.vimax.worker.render;

import org.jspecify.annotations.NullMarked;
