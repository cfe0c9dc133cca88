/**
 * What a message says about a film, in English and Chinese, found by rules: the same words always mean the same. It never
 * guesses; what may mean several things is reported as unclear and asked.
 */
@NullMarked
package io.vimax.conversation.understanding;

import org.jspecify.annotations.NullMarked;
