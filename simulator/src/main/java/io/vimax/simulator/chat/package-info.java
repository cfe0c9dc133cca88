/** Who answers chat requests: a function that a test or a demo may bring along. */
@NullMarked
package io.vimax.simulator.chat;

import org.jspecify.annotations.NullMarked;
