/**
 * A small HTTP/1.1 server, written for misbehaving. A library server guards its callers against half answers, resets and
 * lies about lengths; those are what a client of paid providers has to survive, so here the answer is a value that says what
 * goes over the wire, down to the reset. One virtual thread serves one connection.
 */
@NullMarked
package io.vimax.simulator.http;

import org.jspecify.annotations.NullMarked;
