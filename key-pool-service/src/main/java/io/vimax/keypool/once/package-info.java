/**
 * Calls that are repeated. A caller that got no answer sends the same call with the same Idempotency-Key again and gets what the
 * first one made. The header is optional here: keys and scopes are unique anyway, so a repeat without it makes nothing twice but
 * is refused.
 */
@NullMarked
package io.vimax.keypool.once;

import org.jspecify.annotations.NullMarked;
