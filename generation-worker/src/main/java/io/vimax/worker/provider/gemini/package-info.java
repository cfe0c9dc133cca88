/**
 * Google's own protocol, {@code generateContent} (ai.google.dev/api/generate-content; not tried against the live service), which relays offer too:
 * for pictures by Gemini's image models.
 */
@NullMarked
package io.vimax.worker.provider.gemini;

import org.jspecify.annotations.NullMarked;
