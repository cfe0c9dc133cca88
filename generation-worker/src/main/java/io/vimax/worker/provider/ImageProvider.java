package io.vimax.worker.provider;

/** Makes keyframes. */
public interface ImageProvider extends Provider<Work.Image> {}
