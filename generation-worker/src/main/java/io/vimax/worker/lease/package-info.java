/**
 * Leases from key-pool-service: the right to make one generation with one key. Nothing is granted here; while the pool is away
 * nothing new begins. A held lease is kept alive until it is settled, and what runs goes on even if the pool forgets it.
 */
@NullMarked
package io.vimax.worker.lease;

import org.jspecify.annotations.NullMarked;
