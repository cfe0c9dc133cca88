/**
 * How well keys, accounts, models and providers are. {@code Outcome} names every way a lease can end and {@code Consequence} decides,
 * in one switch, what each does to key, scope, model and task. Redis holds what rests and until when; this package shows it.
 */
@NullMarked
package io.vimax.keypool.health;

import org.jspecify.annotations.NullMarked;
