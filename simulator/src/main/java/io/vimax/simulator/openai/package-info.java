/**
 * OpenAI: chat completions (plain and streamed), pictures, speech, the list of models. Chat, speech and the list are spoken by
 * relays too and are shared with them. Read at platform.openai.com/docs/api-reference in 2026-11.
 */
@NullMarked
package io.vimax.simulator.openai;

import org.jspecify.annotations.NullMarked;
