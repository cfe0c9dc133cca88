package io.vimax.worker.provider;

/** Makes spoken lines. */
public interface SpeechProvider extends Provider<Work.Speech> {}
