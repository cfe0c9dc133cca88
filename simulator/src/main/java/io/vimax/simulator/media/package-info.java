/**
 * Results that are what they say: PNG, JPEG, MP4 (H.264 with AAC), WAV and MP3 that any decoder takes, of the size and length
 * that was ordered. Plain media are made in Java within a millisecond; drawn media show what their prompt speaks of, so that a film
 * made of them can be watched, and need FFmpeg for clips. Every file carries a stamp that names the piece of work it was made for.
 */
@NullMarked
package io.vimax.simulator.media;

import org.jspecify.annotations.NullMarked;
