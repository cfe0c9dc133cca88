package io.vimax.worker.provider;

import java.util.function.DoubleConsumer;

/** Hears where a job stands. Cheap to call as often as there is news. */
@FunctionalInterface
public interface ProgressListener {

    void on(Progress progress);

    /** For an engine that knows only one stage and its share. */
    default DoubleConsumer stage(String stage, int index, int count) {
        return share -> on(new Progress(stage, index, count, share));
    }
}
