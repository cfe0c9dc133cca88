/**
 * Keys as they lie in the pool: changing, draining, replacing and deleting them. Deleting is soft: it can be undone for ten seconds,
 * then the secret is forgotten, and the books stay whole. Every step is locked, written down with who did it, and told to others.
 */
@NullMarked
package io.vimax.keypool.key;

import org.jspecify.annotations.NullMarked;
