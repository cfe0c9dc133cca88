/**
 * Keys and passwords of one installation, made once and readable by its owner alone.
 */
@NullMarked
package io.vimax.standalone.secrets;

import org.jspecify.annotations.NullMarked;
