/** The models that a simulated provider offers: what each can do, what it costs and how long it takes. Models are data. */
@NullMarked
package io.vimax.simulator.model;

import org.jspecify.annotations.NullMarked;
