/**
 * What the worker and its providers say to each other: the work as plain records, the job made of it, how far it is and how it ended.
 * Wire formats and engines stay in the packages below; no event class comes in here.
 */
@NullMarked
package io.vimax.worker.provider;

import org.jspecify.annotations.NullMarked;
