package io.vimax.worker.provider.port;

import io.vimax.worker.provider.Work;

/** Makes spoken lines. */
public interface SpeechProvider extends Provider<Work.Speech> {}
