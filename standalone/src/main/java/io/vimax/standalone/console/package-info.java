/**
 * Talking with a person at a terminal: arguments in, words and progress out. Uses nothing but the JDK, so that arguments can be\n * checked by the source launcher before anything is built.
 */
@NullMarked
package io.vimax.standalone.console;

import org.jspecify.annotations.NullMarked;
