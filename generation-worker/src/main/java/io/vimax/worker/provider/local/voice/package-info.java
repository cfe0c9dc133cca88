/**
 * Speaks lines without a key and without a network: a scratch voice. English goes through FreeTTS's 16 kHz diphone voice;
 * Mandarin is turned into pinyin and spoken by the same English phones with its own tones, which makes a guide track for
 * timing, not a performance. Each speaker has a voice of their own that depends on the name alone. No word is ever cut: a
 * line that is too long is spoken faster, up to a limit, and the answer says so.
 */
@NullMarked
package io.vimax.worker.provider.local.voice;

import org.jspecify.annotations.NullMarked;
