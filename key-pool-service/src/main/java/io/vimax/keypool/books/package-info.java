/**
 * What PostgreSQL knows of leases. Nothing is told to a worker before it stands here; what many callers bring at once is written in one
 * transaction. From these books a Redis that lost its memory is filled: an epoch names each memory, and a grant of an earlier one is
 * not entered any more, so that nothing is lent twice.
 */
@NullMarked
package io.vimax.keypool.books;

import org.jspecify.annotations.NullMarked;
