/** The worker: durable tasks, provider adapters, the asset store and rendering. */
@NullMarked
package io.vimax.worker;

import org.jspecify.annotations.NullMarked;
