/**
 * An installation whose providers are played by the simulator: one more process, keys of it in the key pool, its prices in the
 * catalogue, and every worker told to call nobody else. It has a folder, databases and films of its own, so that nothing simulated
 * ever meets a real key, and work that was left undone here can never be sent to a provider that takes money.
 */
@NullMarked
package io.vimax.standalone.simulate;

import org.jspecify.annotations.NullMarked;
