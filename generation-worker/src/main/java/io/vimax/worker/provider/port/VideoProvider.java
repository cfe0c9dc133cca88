package io.vimax.worker.provider.port;

import io.vimax.worker.provider.Work;

/** Makes clips. */
public interface VideoProvider extends Provider<Work.Video> {}
