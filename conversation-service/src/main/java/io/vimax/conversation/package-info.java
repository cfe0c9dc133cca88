/** Dialogue to brief. Each package below is a feature. */
@NullMarked
package io.vimax.conversation;

import org.jspecify.annotations.NullMarked;
