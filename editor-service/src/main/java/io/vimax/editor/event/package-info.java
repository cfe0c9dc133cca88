/**
 * Events leave by the outbox: written in the transaction that made them true, sent after commit in order per key, again and
 * again until Kafka has them. The trace of the transaction goes along. Delivery is at least once; consumers drop repeats.
 */
@NullMarked
package io.vimax.editor.event;

import org.jspecify.annotations.NullMarked;
