/**
 * Screenplays by chat models: the question, and what can be made of an answer. Models put JSON between words and fences, forget a
 * bracket, and invent words; what can be mended without guessing is mended, everything else is told to the model, which is asked
 * again. The form is that of the editor, {@code vimax-screenplay/1}. An answer is read, never run.
 */
@NullMarked
package io.vimax.worker.provider.screenplay;

import org.jspecify.annotations.NullMarked;
