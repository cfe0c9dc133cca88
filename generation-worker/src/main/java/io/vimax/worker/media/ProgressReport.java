package io.vimax.worker.media;

import java.time.Duration;

/** Reads the {@code key=value} lines of FFmpeg's {@code -progress}. Written by a reader thread, read by the caller. */
final class ProgressReport {

    private volatile long frames;
    private volatile long outMicros;

    void accept(String line) {
        var equals = line.indexOf('=');
        if (equals < 0) {
            return;
        }
        var value = line.substring(equals + 1).strip();
        switch (line.substring(0, equals)) {
            case "frame" -> frames = number(value, frames);
            // out_time_ms also holds microseconds (an old mistake in FFmpeg that was kept), so it is not used.
            case "out_time_us" -> outMicros = Math.max(outMicros, number(value, outMicros));
            default -> {}
        }
    }

    long frames() {
        return frames;
    }

    Duration outTime() {
        return Duration.ofNanos(outMicros * 1000);
    }

    double share(Duration expected) {
        var expectedMicros = expected.toNanos() / 1000.0;
        return expectedMicros <= 0 ? 0 : Math.clamp(outMicros / expectedMicros, 0.0, 1.0);
    }

    private static long number(String value, long otherwise) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException _) {
            return otherwise; // "N/A" until the first packet was written
        }
    }
}
