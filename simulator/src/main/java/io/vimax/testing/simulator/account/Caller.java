package io.vimax.testing.simulator.account;

import io.vimax.testing.simulator.limiter.Limiter;

/** Whose call it is. */
public record Caller(Account account, AccountKey key, Limiter limiter) {}
