/**
 * The relay yunwu: chat completions and speech as OpenAI has them, pictures by Seedream and by Gemini in their own protocols, and
 * its own unified form for clips. Facts from its documentation (yunwu.apifox.cn, read 2026-01-13) and from its family of relays;
 * every field of an answer but the job's id and its state is taken as optional.
 */
@NullMarked
package io.vimax.worker.provider.yunwu;

import org.jspecify.annotations.NullMarked;
