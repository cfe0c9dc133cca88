/**
 * What the worker knows about providers: one port per kind of work, the work itself as plain records, how it can end, and
 * why it can fail. Wire formats and engines stay in the packages below; no event class comes in here.
 */
@NullMarked
package io.vimax.worker.provider;

import org.jspecify.annotations.NullMarked;
