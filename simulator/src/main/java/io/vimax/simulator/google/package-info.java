/**
 * Google's Gemini API: generateContent for text and pictures, Veo as long-running operations, and the file service that
 * hands out clips to a key of their account. Relays speak generateContent too and share it. Read at ai.google.dev in 2026-11.
 */
@NullMarked
package io.vimax.simulator.google;

import org.jspecify.annotations.NullMarked;
