/**
 * Answers the question for a screenplay as a chat model would: a small whole story about those whom an idea names, or a person's
 * own text split into shots with every word kept. It has templates and no understanding; the same question gets the same answer.
 */
@NullMarked
package io.vimax.simulator.story;

import org.jspecify.annotations.NullMarked;
