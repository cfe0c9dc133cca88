/**
 * What was done with the keys. Every settled lease is folded into cells of half an hour exactly once: marking it counted and
 * adding it are one transaction. A report adds the cells and what is not folded in yet in one statement, so it is exact at any
 * moment. Latencies are counted in steps of 9 %, from which percentiles come. Leases are forgotten after a while, cells later.
 */
@NullMarked
package io.vimax.keypool.usage;

import org.jspecify.annotations.NullMarked;
