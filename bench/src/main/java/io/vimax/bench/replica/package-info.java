/** The service under measurement, as processes of its own with servers of their own, and a client that costs little. */
@org.jspecify.annotations.NullMarked
package io.vimax.bench.replica;
