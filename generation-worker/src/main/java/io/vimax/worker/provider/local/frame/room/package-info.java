/** Interiors: rooms, workrooms, halls and cabins, with furniture and the light that falls into them. */
@NullMarked
package io.vimax.worker.provider.local.frame.room;

import org.jspecify.annotations.NullMarked;
