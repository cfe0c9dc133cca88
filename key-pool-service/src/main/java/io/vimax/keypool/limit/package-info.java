/**
 * What may be lent and how much of it: the quota scopes, keys and limits of a provider, read from their rows as one configuration
 * with a version that every change raises. Calendar limits hold in the zone of the scope; only this package knows calendars.
 */
@NullMarked
package io.vimax.keypool.limit;

import org.jspecify.annotations.NullMarked;
