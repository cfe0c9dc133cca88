/**
 * Who may call. Every call carries a token signed by a caller that the trust file names: a person's token comes from the
 * gateway, a service's token from the service itself and only opens {@code /internal}.
 */
@NullMarked
package io.vimax.modelconfig.access;

import org.jspecify.annotations.NullMarked;
