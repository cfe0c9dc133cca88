/**
 * The protocol of OpenAI, which most gateways and self-hosted servers speak: chat completions, images and speech
 * (platform.openai.com/docs/api-reference; not tried against the live service), at whatever address the key names.
 */
@NullMarked
package io.vimax.worker.provider.openai;

import org.jspecify.annotations.NullMarked;
