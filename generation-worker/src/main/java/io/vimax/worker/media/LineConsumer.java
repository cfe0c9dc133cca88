package io.vimax.worker.media;

import java.io.BufferedReader;
import java.io.IOException;

/** Takes the lines of a child process. */
@FunctionalInterface
interface LineConsumer {

    void accept(String line);

    /** Reads to the end on a thread of its own, so that a full pipe never stops the child. */
    static Thread drain(BufferedReader lines, LineConsumer consumer) {
        return Thread.ofPlatform().daemon().name("ffmpeg-reader").start(() -> {
            try (lines) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    consumer.accept(line);
                }
            } catch (IOException _) {
                // The pipe of a child that was ended; there is nothing left to read.
            }
        });
    }
}
