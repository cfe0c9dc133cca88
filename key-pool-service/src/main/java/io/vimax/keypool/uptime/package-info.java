/**
 * Health as people see it: for each model the last 45 hours in cells of half an hour, what went wrong and when, how many keys are
 * in which state. It is read from the books of usage; what holds at this very moment comes from the pool.
 */
@NullMarked
package io.vimax.keypool.uptime;

import org.jspecify.annotations.NullMarked;
