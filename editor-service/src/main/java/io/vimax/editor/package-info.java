/** Series, episodes, scripts, takes, timelines and films. Each package below is a feature. */
@NullMarked
package io.vimax.editor;

import org.jspecify.annotations.NullMarked;
