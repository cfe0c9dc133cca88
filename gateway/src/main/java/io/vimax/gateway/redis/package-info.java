/**
 * The connection to Redis and the one way to run a script on it.
 */
@NullMarked
package io.vimax.gateway.redis;

import org.jspecify.annotations.NullMarked;
