/**
 * Paint and paper of the local illustrator: colours, brushes, layered sheets and what lives on them.
 *
 * <p>A picture is a stack of {@link io.vimax.worker.provider.local.frame.paint.Sheet sheets} at different depths. The
 * {@link io.vimax.worker.provider.local.frame.paint.Compositor} lays them over each other for a camera and a moment, so
 * that the still frame and every frame of a clip come from the same paint. Everything is a function of the seeds: no
 * clock, no global randomness.
 */
@NullMarked
package io.vimax.worker.provider.local.frame.paint;

import org.jspecify.annotations.NullMarked;
