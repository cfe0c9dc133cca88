/**
 * Composes and plays an ambient bed: slow chords in a mode that fits the mood, a small bell motif that comes back at the
 * end, a bass below and the weather around it. Everything is synthesised here and follows from the seed alone. The score
 * ({@link io.vimax.worker.provider.local.music.Score}) is written first; the instruments then play it in blocks, so that
 * ten minutes need no more memory than ten seconds.
 */
@NullMarked
package io.vimax.worker.provider.local.music;

import org.jspecify.annotations.NullMarked;
