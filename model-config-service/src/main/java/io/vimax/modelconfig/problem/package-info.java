/** How a refusal looks: RFC 9457 with a stable code and the trace id, never a stack trace. Features add their own kinds. */
@NullMarked
package io.vimax.modelconfig.problem;

import org.jspecify.annotations.NullMarked;
