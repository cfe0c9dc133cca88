/**
 * What comes next. {@link io.vimax.editor.autopilot.Autopilot} is the only place that knows it; a person's buttons, the
 * autopilot and the sweep after a crash all go through it, and all of it follows from rows.
 */
@NullMarked
package io.vimax.editor.autopilot;

import org.jspecify.annotations.NullMarked;
