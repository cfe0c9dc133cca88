package io.vimax.worker.provider;

/** Makes films. */
public interface FilmProvider extends Provider<Work.Render> {}
