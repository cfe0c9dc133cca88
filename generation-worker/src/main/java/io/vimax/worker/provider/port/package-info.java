/** What a provider implements, one port per kind of work, and how a request finds the one it names. */
@NamedInterface("port")
@NullMarked
package io.vimax.worker.provider.port;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
