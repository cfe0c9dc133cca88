/** Takes one line apart: who, what, whom, where; and knows the words that this needs. */
@NullMarked
package io.vimax.worker.provider.local.story.idea;

import org.jspecify.annotations.NullMarked;
