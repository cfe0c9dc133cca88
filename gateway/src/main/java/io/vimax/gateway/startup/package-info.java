/**
 * Refusing to start with one sentence that says what to do, instead of a stack trace.
 */
@NullMarked
package io.vimax.gateway.startup;

import org.jspecify.annotations.NullMarked;
