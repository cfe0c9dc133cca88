package io.vimax.worker.provider.port;

import io.vimax.worker.provider.Work;

/** Makes screenplays. */
public interface ChatProvider extends Provider<Work.Chat> {}
