/** Keys, leases and usage. Each package below is a feature. */
@NullMarked
package io.vimax.keypool;

import org.jspecify.annotations.NullMarked;
