/**
 * Every refusal and every fault leaves the gateway as RFC 9457 problem JSON, never as HTML and never with a stack trace.
 */
@NullMarked
package io.vimax.gateway.problem;

import org.jspecify.annotations.NullMarked;
