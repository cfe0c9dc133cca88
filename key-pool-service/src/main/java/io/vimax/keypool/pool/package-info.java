/**
 * The pool in Redis: one class over a handful of scripts, usable with nothing but a connection. It decides and reserves in one
 * round trip, on every limit at once, by the clock of the Redis server. {@code pool.lua} describes what lies there; the
 * configuration lies there too and is loaded when the caller's version is newer, so that a call carries no keys and no limits.
 */
@NullMarked
package io.vimax.keypool.pool;

import org.jspecify.annotations.NullMarked;
