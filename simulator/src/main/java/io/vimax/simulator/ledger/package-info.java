/**
 * What the simulator saw, in order and for ever: the evidence of a test. Entries are only added. A key appears by its name,
 * never by its secret.
 */
@NullMarked
package io.vimax.simulator.ledger;

import org.jspecify.annotations.NullMarked;
