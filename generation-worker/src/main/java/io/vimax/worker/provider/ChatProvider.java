package io.vimax.worker.provider;

/** Makes screenplays. */
public interface ChatProvider extends Provider<Work.Chat> {}
