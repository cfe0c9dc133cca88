/**
 * Limits how often one person may call, over all replicas, with one token bucket per person in Redis.
 */
@NullMarked
package io.vimax.gateway.limit;

import org.jspecify.annotations.NullMarked;
