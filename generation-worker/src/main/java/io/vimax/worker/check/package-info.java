/**
 * Checks of keys for key-pool-service: whether a provider knows a key, asked by a call that costs nothing. The pool keeps the
 * questions; a worker claims some, asks, and reports in its own words, never in the provider's, which might repeat the key.
 * Addresses come from people, so no address of this network is called unless the configuration names it.
 */
@NullMarked
package io.vimax.worker.check;

import org.jspecify.annotations.NullMarked;
