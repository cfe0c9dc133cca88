/**
 * Where a shot takes place. {@link io.vimax.worker.provider.local.frame.place.Places} reads
 * the words of a scene (English and Chinese) and finds the scenery that paints them; sceneries share terrain, plants,
 * buildings and furniture so that all places of an episode look painted by one hand.
 */
@NullMarked
package io.vimax.worker.provider.local.frame.place;

import org.jspecify.annotations.NullMarked;
