/**
 * How values lie in columns: instants in UTC, JSON as text.
 */
@NullMarked
package io.vimax.editor.column;

import org.jspecify.annotations.NullMarked;
