/**
 * What all protocols have in common, in the order in which a provider does it: who calls, is the request right, does a
 * scenario strike, do the limits allow it; then the work is taken on, written down and paid for, and answered. A protocol
 * brings its paths, its words for an order and a result, and its way to say no.
 */
@NullMarked
package io.vimax.simulator.desk;

import org.jspecify.annotations.NullMarked;
