/**
 * Keys as they lie in the pool: adding, changing, draining, replacing and deleting them. A secret comes in once, is sealed at once
 * and never leaves by the public API. The same secret is one key. Deleting is soft: it can be undone for ten seconds, then the
 * secret is forgotten, and the books stay whole. Every step is locked, written down with who did it, and told to others.
 */
@NullMarked
package io.vimax.keypool.key;

import org.jspecify.annotations.NullMarked;
