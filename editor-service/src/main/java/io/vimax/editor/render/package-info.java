/**
 * Finished files: what the renderer is told, and what it made.
 */
@NullMarked
package io.vimax.editor.render;

import org.jspecify.annotations.NullMarked;
