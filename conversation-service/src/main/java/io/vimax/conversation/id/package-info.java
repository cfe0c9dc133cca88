/** Ids that sort by the moment they were made. */
@NullMarked
package io.vimax.conversation.id;

import org.jspecify.annotations.NullMarked;
