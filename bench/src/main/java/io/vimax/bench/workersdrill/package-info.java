/**
 * A drill that kills generation-workers while they work, and a checker that reads afterwards what was written down meanwhile: by the
 * drill itself, by the simulated provider, and by a trigger in the workers' database. It trusts nothing that a worker says of itself.
 */
@org.jspecify.annotations.NullMarked
package io.vimax.bench.workersdrill;
