/** Reads what people have already written: Fountain, Markdown, plain text. */
@NullMarked
package io.vimax.worker.provider.local.story.script;

import org.jspecify.annotations.NullMarked;
