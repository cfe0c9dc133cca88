/**
 * What a person does to an episode: script, timeline, audio, takes, stages, checkpoints, cancel and resume.
 */
@NullMarked
package io.vimax.editor.editing;

import org.jspecify.annotations.NullMarked;
