/**
 * What the pool in Redis knows of keys at this moment, for people to see: what they rest for and how much of their limits is left.
 * Seeing is not needed for anything to work, so without Redis there is simply less to see, and quickly so.
 */
@NullMarked
package io.vimax.keypool.live;

import org.jspecify.annotations.NullMarked;
