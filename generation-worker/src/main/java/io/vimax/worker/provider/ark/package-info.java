/**
 * Volcengine's Ark protocol (volcengine.com/docs/82379, read 2026-11-22), which relays offer too: pictures by Seedream, and clips
 * by Seedance.
 */
@NullMarked
package io.vimax.worker.provider.ark;

import org.jspecify.annotations.NullMarked;
