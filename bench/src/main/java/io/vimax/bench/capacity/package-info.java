/** How much of what providers allow is used, and how soon another key takes over. */
@org.jspecify.annotations.NullMarked
package io.vimax.bench.capacity;
