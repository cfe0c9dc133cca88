/**
 * Google's own protocol, {@code generateContent} (ai.google.dev/api/generate-content, read 2026-11-22), which relays offer too:
 * for pictures by Gemini's image models.
 */
@NullMarked
package io.vimax.worker.provider.gemini;

import org.jspecify.annotations.NullMarked;
