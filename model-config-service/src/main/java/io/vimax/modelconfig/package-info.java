/** Models and choices. Each package below is a feature. */
@NullMarked
package io.vimax.modelconfig;

import org.jspecify.annotations.NullMarked;
