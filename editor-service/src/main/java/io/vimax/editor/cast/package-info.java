/**
 * The pictures of an episode's characters, so that they look the same in every shot. A portrait is made once for each character
 * and goes along as a reference with the keyframes, and the clips where their model takes it; a picture of the person's own comes
 * before it. Portraits are kept like takes: a new one is selected, an older one can be picked again.
 */
@NullMarked
package io.vimax.editor.cast;

import org.jspecify.annotations.NullMarked;
