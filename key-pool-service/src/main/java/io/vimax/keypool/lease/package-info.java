/**
 * Lends keys to workers. A grant reserves on every limit that applies or on none, in one script on Redis by its clock; a lease
 * that is not renewed ends by itself, so a dead worker never blocks a key for longer than one lease. Every grant is in the books
 * (table lease) too, from which a Redis that lost its memory is filled again. Without Redis nothing is granted.
 */
@NullMarked
package io.vimax.keypool.lease;

import org.jspecify.annotations.NullMarked;
