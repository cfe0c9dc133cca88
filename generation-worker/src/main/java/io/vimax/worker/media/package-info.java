/**
 * Tools for pictures, sound and film: finds and runs FFmpeg, says what a file really is, and measures loudness. FFmpeg is
 * always a child process, never a library: an interrupt ends it, and no child outlives the call that started it.
 */
@NullMarked
package io.vimax.worker.media;

import org.jspecify.annotations.NullMarked;
