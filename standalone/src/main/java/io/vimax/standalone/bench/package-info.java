/**
 * Measures start and film on this machine and writes the figures down.
 */
@NullMarked
package io.vimax.standalone.bench;

import org.jspecify.annotations.NullMarked;
