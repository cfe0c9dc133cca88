/**
 * Tasks: one row per generation, from the event that asks for it to the event that ends it. Kafka brings tasks in and carries
 * results out; in between, replicas share them through the table. Here are the rows and what is told of them; {@code intake},
 * {@code claim} and {@code run} use them.
 *
 * <p>Invariants. A claim is a name and a fence; the fence grows with every claim, and every write of a worker names its own, so
 * that a worker which was thought dead writes nothing any more. What is about to be done is committed before it is done:
 * {@code submitting} before the provider is called, its job id before anything is waited for. The event that ends a task is
 * written in the transaction that ends it.
 */
@NullMarked
package io.vimax.worker.task;

import org.jspecify.annotations.NullMarked;
