/**
 * The state document: one answer with everything that a person sees of an episode.
 */
@NullMarked
package io.vimax.editor.document;

import org.jspecify.annotations.NullMarked;
