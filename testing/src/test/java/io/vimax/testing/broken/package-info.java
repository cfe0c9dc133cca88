/** Classes that break one rule of the house each, so that the rules are seen to bite. */
@NullMarked
package io.vimax.testing.broken;

import org.jspecify.annotations.NullMarked;
