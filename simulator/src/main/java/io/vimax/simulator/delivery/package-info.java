/** The way of results to their owners: links that grow old, and callbacks. */
@NullMarked
package io.vimax.simulator.delivery;

import org.jspecify.annotations.NullMarked;
