/**
 * Calls through {@code @portkey-ai/gateway} and by ViMax's key pool, beside each other: the same calls at the same moments, accounts with
 * the same limits, callers with the same patience. What came of it is read from the books of the simulated provider and from what the
 * callers saw, never from what either of the two says about itself.
 */
@org.jspecify.annotations.NullMarked
package io.vimax.bench.portkey;
