package io.vimax.worker.provider.port;

import io.vimax.worker.provider.Work;

/** Makes films. */
public interface FilmProvider extends Provider<Work.Render> {}
