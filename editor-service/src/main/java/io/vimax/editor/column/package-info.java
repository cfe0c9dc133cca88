/**
 * How values lie in columns: instants in UTC, JSON read strictly.
 */
@NullMarked
package io.vimax.editor.column;

import org.jspecify.annotations.NullMarked;
