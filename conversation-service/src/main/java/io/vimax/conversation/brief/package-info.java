/**
 * What a conversation has gathered. Each field knows whether the person said it or it was assumed, so that nobody approves
 * a guess without seeing it. Exactly one of idea and script is kept: the later one wins.
 */
@NullMarked
package io.vimax.conversation.brief;

import org.jspecify.annotations.NullMarked;
