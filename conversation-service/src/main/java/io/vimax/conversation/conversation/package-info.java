/**
 * Conversations: what was said, what the assistant answered, the brief it led to and its approval. A conversation is locked
 * while it changes, so its messages are numbered without gaps and its event is written once.
 */
@NullMarked
package io.vimax.conversation.conversation;

import org.jspecify.annotations.NullMarked;
