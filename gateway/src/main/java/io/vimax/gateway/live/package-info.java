/**
 * Live events. Every replica takes its share of the Kafka topics and appends each event once to a Redis stream of the person
 * whom it concerns; the id of a stream entry is the cursor that a client holds. A socket reads its person's stream from its own
 * cursor, so any replica can continue where another was cut off, and nothing is lost or doubled. What a stream no longer holds
 * cannot be replayed: the client is told to read again ({@code resync}).
 */
@NullMarked
package io.vimax.gateway.live;

import org.jspecify.annotations.NullMarked;
