/**
 * The trace id of a request, as people see it.
 */
@NullMarked
package io.vimax.gateway.trace;

import org.jspecify.annotations.NullMarked;
