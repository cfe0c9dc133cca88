/**
 * The events that the services exchange and the topics that carry them. The Avro files under {@code src/main/avro} are the
 * source of truth; generated classes stop at a service's listener or relay, which turns them into records of its own.
 */
@NullMarked
package io.vimax.schemas;

import org.jspecify.annotations.NullMarked;
