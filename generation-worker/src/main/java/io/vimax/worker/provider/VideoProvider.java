package io.vimax.worker.provider;

/** Makes clips. */
public interface VideoProvider extends Provider<Work.Video> {}
