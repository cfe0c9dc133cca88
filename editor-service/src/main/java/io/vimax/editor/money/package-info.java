/**
 * Money as whole micro-USD inside and as a decimal string outside; what a generation is expected to cost, and the budget.
 */
@NullMarked
package io.vimax.editor.money;

import org.jspecify.annotations.NullMarked;
