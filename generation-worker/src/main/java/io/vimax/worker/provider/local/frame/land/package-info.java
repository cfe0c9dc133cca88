/** Sky, weather, ground, plants and buildings: what all places, outdoors and in, are made of. */
@NullMarked
package io.vimax.worker.provider.local.frame.land;

import org.jspecify.annotations.NullMarked;
