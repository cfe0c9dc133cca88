/** Benchmarks beside named peers, and fault drills of single services; started by {@code ./vimax bench} and {@code ./vimax drill}. */
@org.jspecify.annotations.NullMarked
package io.vimax.bench;
