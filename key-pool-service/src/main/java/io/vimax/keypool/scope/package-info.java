/**
 * Quota scopes: the accounts or projects whose limits keys share, with those limits and the zone in which their days end; and how
 * the keys of a provider are chosen. A change raises the version of the pool, by which what lends keys knows that it is out of
 * date.
 */
@NullMarked
package io.vimax.keypool.scope;

import org.jspecify.annotations.NullMarked;
