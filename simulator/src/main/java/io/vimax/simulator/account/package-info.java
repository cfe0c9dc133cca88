/** Who may call: accounts with their keys and limits. Keys of one account share its limits, as they do at the real providers. */
@NullMarked
package io.vimax.simulator.account;

import org.jspecify.annotations.NullMarked;
