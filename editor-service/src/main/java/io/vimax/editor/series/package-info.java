/**
 * Series and the numbers of their episodes. Every person has one standing series for films that belong to none.
 */
@NullMarked
package io.vimax.editor.series;

import org.jspecify.annotations.NullMarked;
