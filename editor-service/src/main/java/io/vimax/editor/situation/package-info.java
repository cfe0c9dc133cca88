/**
 * The whole episode as it stands, read with a handful of set-based queries. Guards, the autopilot, the timeline, the
 * render plan and the document that people see are functions of it.
 */
@NullMarked
package io.vimax.editor.situation;

import org.jspecify.annotations.NullMarked;
