/**
 * Snapshots of an episode, written with every change of stage, and their return.
 */
@NullMarked
package io.vimax.editor.checkpoint;

import org.jspecify.annotations.NullMarked;
