/**
 * How an episode begins: by the API with an idempotency key, or by an approved brief from a conversation.
 */
@NullMarked
package io.vimax.editor.intake;

import org.jspecify.annotations.NullMarked;
