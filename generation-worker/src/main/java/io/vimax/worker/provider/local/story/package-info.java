/**
 * Writes screenplays without a key and without a network. From an idea it tells a story: the idea is taken apart (who, does
 * what, with whom, where, in which weather), an arc is chosen by the verb, and the arc's beats are told with the nouns of
 * the idea and of its place. From a script it tells nothing of its own: every sentence appears once, in its order, as
 * narration or dialogue. In both cases the shots add up to the asked length to the millisecond, and every line can be
 * spoken within its shot as long as the text leaves any room for it. The words stand in the resources beside this package.
 */
@NullMarked
package io.vimax.worker.provider.local.story;

import org.jspecify.annotations.NullMarked;
