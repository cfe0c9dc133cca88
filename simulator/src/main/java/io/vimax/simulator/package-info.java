/**
 * A stand-in for the providers that ViMax uses, over real HTTP. It speaks the protocols of yunwu, OpenAI, Google and Ark, keeps
 * its own limits and its own ledger, and plays every trick on demand that the real ones were seen to play. Begin at
 * {@link io.vimax.simulator.ProviderSimulator}; {@code docs/simulator.md} shows it from outside.
 *
 * <p>Whatever the parts below do, three things hold: an accepted piece of work has exactly one ACCEPTED and one CHARGED line in
 * the ledger, whether or not the caller ever hears of it; a job is seen only with keys of its own account; the same seed and the
 * same requests give the same ids, times and results.
 */
@NullMarked
package io.vimax.simulator;

import org.jspecify.annotations.NullMarked;
