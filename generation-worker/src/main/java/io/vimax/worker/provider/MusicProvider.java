package io.vimax.worker.provider;

/** Makes music beds. */
public interface MusicProvider extends Provider<Work.Music> {}
