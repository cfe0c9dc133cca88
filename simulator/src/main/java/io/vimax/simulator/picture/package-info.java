/**
 * Paints what a prompt speaks of: place, hour, weather, who is seen and from how near. The pictures of one place share their
 * ground, so that the shots of a scene belong together. Deterministic; knows words of English and of Chinese and no more.
 */
@NullMarked
package io.vimax.simulator.picture;

import org.jspecify.annotations.NullMarked;
