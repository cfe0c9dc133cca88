/** Says once that something is away and once that it is back, however often it was tried in between. */
@NullMarked
package io.vimax.worker.outage;

import org.jspecify.annotations.NullMarked;
