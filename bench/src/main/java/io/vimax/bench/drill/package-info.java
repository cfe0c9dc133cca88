/** Replicas and Redis are killed while workers lend; an offline checker judges what the workers wrote down. */
@org.jspecify.annotations.NullMarked
package io.vimax.bench.drill;
