/** Sentences, words and how long they take to say, in English and Chinese. */
@NullMarked
package io.vimax.worker.provider.local.story.text;

import org.jspecify.annotations.NullMarked;
