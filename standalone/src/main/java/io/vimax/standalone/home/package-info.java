/**
 * Where one installation lies (VIMAX_HOME), where the built programs lie (dist), and on which ports it listens.
 */
@NullMarked
package io.vimax.standalone.home;

import org.jspecify.annotations.NullMarked;
