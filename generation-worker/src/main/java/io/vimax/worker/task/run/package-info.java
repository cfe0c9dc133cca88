/**
 * The work on one claimed task: its lease, its steps, its end, and how it is stopped from outside. {@code Worker} is the replica's loop
 * around it.
 */
@NullMarked
package io.vimax.worker.task.run;

import org.jspecify.annotations.NullMarked;
