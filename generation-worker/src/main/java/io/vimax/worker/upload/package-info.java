/**
 * Pictures that people bring along, such as how a character shall look. They become assets like all others: known by their content,
 * their owner's alone, and thrown away when nothing uses them.
 */
@NullMarked
package io.vimax.worker.upload;

import org.jspecify.annotations.NullMarked;
