package io.vimax.simulator.ledger;

import java.time.Instant;

/**
 * One line of the ledger.
 *
 * @param number position, from 1, without gaps
 * @param at by the simulator's clock
 * @param micros money in millionths of a dollar; 0 where none moved
 * @param detail words for people
 */
public record LedgerEntry(long number, Instant at, LedgerKind kind, Subject subject, long micros, String detail) {}
