/** Checks around the events: what is released stays readable, everything is explained, the document follows. */
@NullMarked
package io.vimax.schemas;

import org.jspecify.annotations.NullMarked;
