/**
 * Google's Gemini API (ai.google.dev/api; not tried against the live service): pictures by Gemini's image models, and clips by Veo. Limits are those of a
 * project, and their days end at midnight Pacific time.
 */
@NullMarked
package io.vimax.worker.provider.google;

import org.jspecify.annotations.NullMarked;
