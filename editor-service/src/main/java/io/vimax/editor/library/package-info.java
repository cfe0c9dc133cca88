/**
 * Lists of episodes.
 */
@NullMarked
package io.vimax.editor.library;

import org.jspecify.annotations.NullMarked;
