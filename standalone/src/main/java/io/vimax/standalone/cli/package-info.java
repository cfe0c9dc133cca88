/**
 * The commands behind {@code ./vimax}.
 */
@NullMarked
package io.vimax.standalone.cli;

import org.jspecify.annotations.NullMarked;
