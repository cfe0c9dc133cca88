/**
 * Checks of keys: a free question to the provider whether it knows the key, never a paid call. Only workers talk to providers, so
 * a check is a row that a worker claims, with the opened key, answers and reports within a deadline. A worker that dies loses its
 * claim after a while and another one asks. What nobody could check in time is lent as if it had not been asked for.
 */
@NullMarked
package io.vimax.keypool.check;

import org.jspecify.annotations.NullMarked;
