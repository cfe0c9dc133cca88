/**
 * Replicas of generation-worker as processes, with all that they need as real servers: PostgreSQL, Kafka, the registry, Redis, a key
 * pool, and a simulated provider that counts by itself. Work comes in and goes out by events, as in production.
 */
@org.jspecify.annotations.NullMarked
package io.vimax.bench.workers;
