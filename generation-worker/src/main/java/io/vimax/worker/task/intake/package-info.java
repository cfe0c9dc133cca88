/** What Kafka asks for becomes a row, or ends one; and those who wait hear of their place. */
@NullMarked
package io.vimax.worker.task.intake;

import org.jspecify.annotations.NullMarked;
