/**
 * The episode: its brief, its state, its audio mix and its version. Every change locks the row, so that the versions and
 * the events of one episode have one order. State changes go through {@link io.vimax.editor.episode.Episode} only.
 */
@NullMarked
package io.vimax.editor.episode;

import org.jspecify.annotations.NullMarked;
