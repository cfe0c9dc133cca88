/**
 * Volcengine's Ark protocol (volcengine.com/docs/82379; not tried against the live service), which relays offer too: pictures by Seedream, and clips
 * by Seedance.
 */
@NullMarked
package io.vimax.worker.provider.ark;

import org.jspecify.annotations.NullMarked;
