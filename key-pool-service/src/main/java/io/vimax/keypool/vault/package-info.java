/**
 * Secrets at rest. Every secret has a data key of its own, sealed by a master key (AES-256-GCM, envelope); which master key it
 * was stands beside it. A new master key takes over while everything serves: data keys are sealed anew in small batches, and
 * the old master key is needed until none is left. Fingerprints have a key that outlives the master keys, so the same secret
 * always has the same one.
 */
@NullMarked
package io.vimax.keypool.vault;

import org.jspecify.annotations.NullMarked;
