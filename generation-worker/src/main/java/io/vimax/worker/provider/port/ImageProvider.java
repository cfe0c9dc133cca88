package io.vimax.worker.provider.port;

import io.vimax.worker.provider.Work;

/** Makes keyframes. */
public interface ImageProvider extends Provider<Work.Image> {}
