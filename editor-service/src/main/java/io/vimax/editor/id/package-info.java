/**
 * Ids that sort by time (UUID version 7): an index grows at its end, and a list by id is a list by age.
 */
@NullMarked
package io.vimax.editor.id;

import org.jspecify.annotations.NullMarked;
