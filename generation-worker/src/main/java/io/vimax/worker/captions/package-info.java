/**
 * Captions: from the spoken lines to cues that can be read in time, and from cues to WebVTT, SubRip and ASS. A cue never
 * has more than two lines, cues never overlap, and each format's own special characters are made harmless.
 */
@NullMarked
package io.vimax.worker.captions;

import org.jspecify.annotations.NullMarked;
