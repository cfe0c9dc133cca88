/**
 * The providers' own limits, written apart from the key pool so that each checks the other: what the pool lets through and
 * this refuses is a fault of the pool. A call is counted on every limit that applies to it or on none, by the simulator's
 * clock. A minute rolls or follows the clock, a day begins in the zone of the provider, a running job holds its place until
 * its end.
 */
@NullMarked
package io.vimax.simulator.limiter;

import org.jspecify.annotations.NullMarked;
