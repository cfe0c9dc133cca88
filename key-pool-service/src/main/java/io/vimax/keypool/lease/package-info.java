/**
 * Lends keys to workers. A worker brings the id of its lease, so that asking again changes nothing; it keeps the lease alive and says in
 * the end how the work went, which is the pool's only source for what keys are worth. Redis decides ({@code pool}), the books make it
 * last ({@code books}), and only then the worker is told. Without Redis or without the books nothing is lent.
 */
@NullMarked
package io.vimax.keypool.lease;

import org.jspecify.annotations.NullMarked;
