/**
 * The six services as processes: their environment, their extracted jars and the caches that make them start fast.
 */
@NullMarked
package io.vimax.standalone.service;

import org.jspecify.annotations.NullMarked;
