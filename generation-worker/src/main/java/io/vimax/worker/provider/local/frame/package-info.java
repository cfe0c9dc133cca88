/**
 * The local illustrator: storyboard frames and cards, drawn by Java 2D without any model or network.
 *
 * <p>A {@link io.vimax.worker.provider.local.frame.FrameSpec} says what a shot shows; {@link
 * io.vimax.worker.provider.local.frame.Storyboard} stages place, people and light into a layered picture. The look is a
 * function of the episode's look seed, the staging one of the shot's seed: the same spec always gives the same pixels.
 * The PNG carries its spec, so the animator can draw the layers again.
 */
@NullMarked
package io.vimax.worker.provider.local.frame;

import org.jspecify.annotations.NullMarked;
