/**
 * Which models exist. Models are data, never constants: providers retire them within months, so each row has its dates and what
 * takes its place. A price that nobody has stated is unknown, not zero.
 */
@NullMarked
package io.vimax.modelconfig.model;

import org.jspecify.annotations.NullMarked;
