/**
 * How keys come into the pool: alone, by the thousand, or to take over from another one. A secret comes in once, is sealed at once and
 * never leaves by the public API. The same secret is one key.
 */
@NullMarked
package io.vimax.keypool.adding;

import org.jspecify.annotations.NullMarked;
