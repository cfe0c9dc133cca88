/**
 * What stands where in the film: pure functions from script, takes and voices to tracks of clips, and their rules.
 */
@NullMarked
package io.vimax.editor.timeline;

import org.jspecify.annotations.NullMarked;
