/**
 * Volcengine Ark: Seedream pictures and Seedance clips as tasks. Relays pass both through and share them from here. Read at
 * volcengine.com/docs/82379 in 2026-11; where the documents are silent, the comment says so.
 */
@NullMarked
package io.vimax.simulator.ark;

import org.jspecify.annotations.NullMarked;
