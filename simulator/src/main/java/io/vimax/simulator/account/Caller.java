package io.vimax.simulator.account;

import io.vimax.simulator.limiter.Limiter;

/** Whose call it is. */
public record Caller(Account account, AccountKey key, Limiter limiter) {}
