/**
 * Puts what workers report in place: once per event, under the episode's lock, together with what follows from it.
 */
@NullMarked
package io.vimax.editor.result;

import org.jspecify.annotations.NullMarked;
