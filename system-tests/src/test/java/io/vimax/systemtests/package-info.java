/** Tests of what only shows when parts meet. */
@NullMarked
package io.vimax.systemtests;

import org.jspecify.annotations.NullMarked;
