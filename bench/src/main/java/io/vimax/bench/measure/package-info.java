/** What several measurements work out alike. */
@org.jspecify.annotations.NullMarked
package io.vimax.bench.measure;
