/** How fast keys are lent, beside limiters that people would otherwise use. */
@org.jspecify.annotations.NullMarked
package io.vimax.bench.leases;
