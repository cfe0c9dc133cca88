package io.vimax.worker.provider.port;

import io.vimax.worker.provider.Work;

/** Makes music beds. */
public interface MusicProvider extends Provider<Work.Music> {}
