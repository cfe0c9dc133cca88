/** What generation-worker does per second, at once, per task and for whom, beside a simulated provider that counts by itself. */
@org.jspecify.annotations.NullMarked
package io.vimax.bench.generation;
