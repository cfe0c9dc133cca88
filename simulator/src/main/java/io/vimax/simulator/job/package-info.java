/**
 * Work that was taken on. A job needs no thread: where it stands follows from the clock, its beginning and its end, so
 * thousands of them run at no cost. What it was ordered with, and who asked for it how often, stays with it.
 */
@NullMarked
package io.vimax.simulator.job;

import org.jspecify.annotations.NullMarked;
