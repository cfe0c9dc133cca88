/**
 * Trouble on demand. A scenario is armed for some calls of some caller and strikes as often as it was armed for, in the order
 * of arming; each strike stands in the ledger. A {@link Moment#CALL} scenario takes the place of an answer, a
 * {@link Moment#JOB} scenario bends the result of an accepted piece of work, a {@link Moment#DOWNLOAD} scenario spoils the
 * way of a result to its owner.
 */
@NullMarked
package io.vimax.simulator.scenario;

import org.jspecify.annotations.NullMarked;
