/** Why a provider's work can fail, and the one policy of what follows from it for the task and for the key. */
@NamedInterface("failure")
@NullMarked
package io.vimax.worker.provider.failure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
