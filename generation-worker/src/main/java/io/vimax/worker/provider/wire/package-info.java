/**
 * What all providers on the network have in common: calls that say whether anything can have been taken, waits that a provider
 * names, complaints in the envelopes that providers use, downloads that lead nowhere but where they may, whole files, and the
 * folder of a job. Nothing here knows a provider.
 */
@NullMarked
package io.vimax.worker.provider.wire;

import org.jspecify.annotations.NullMarked;
