/** Test support for every service: real servers, tokens that a service trusts, and the rules of the house. */
@NullMarked
package io.vimax.testing;

import org.jspecify.annotations.NullMarked;
