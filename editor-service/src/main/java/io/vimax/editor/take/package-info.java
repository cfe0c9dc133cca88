/**
 * Takes of a shot: one clip each. A generation makes at most one take, however often its event comes.
 */
@NullMarked
package io.vimax.editor.take;

import org.jspecify.annotations.NullMarked;
