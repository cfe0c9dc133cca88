/**
 * Which replica works on which task: claims with their fences, what this replica may claim at the moment, and the signals by which
 * replicas wake each other.
 */
@NullMarked
package io.vimax.worker.task.claim;

import org.jspecify.annotations.NullMarked;
