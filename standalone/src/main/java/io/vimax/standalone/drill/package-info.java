/**
 * Kills parts of a running system in the middle of a film and checks that nothing was lost or done twice.
 */
@NullMarked
package io.vimax.standalone.drill;

import org.jspecify.annotations.NullMarked;
