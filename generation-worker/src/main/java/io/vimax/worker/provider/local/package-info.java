/**
 * The provider {@code local}: no key, no network, the default. Engines in the packages below do the work; this package makes
 * jobs of it. A job is named by its generation, its ledger row and its folder are shared by all replicas: a finished job is
 * never done again, a half-done one is begun anew and its half result thrown away.
 */
@NullMarked
package io.vimax.worker.provider.local;

import org.jspecify.annotations.NullMarked;
