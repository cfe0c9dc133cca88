package io.vimax.worker.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Adds up the progress of steps that run at the same time, each weighed by what it costs. Thread-safe. */
final class Tally {

    /** Cost of one second of sound, in encoded 720p frames: measured on two cores. */
    static final double SOUND_SECOND = 4.0;

    /** Cost of joining one frame into the film, in encoded 720p frames. */
    static final double JOINED_FRAME = 0.02;

    private final List<double[]> steps = new ArrayList<>();
    private double shown;

    /** A step that was done before must not be added: it costs nothing. */
    synchronized DoubleConsumer step(double weight) {
        var step = new double[] {weight, 0};
        steps.add(step);
        return done -> report(step, done);
    }

    /** 0..1, never less than what it was. */
    synchronized double done() {
        var total = steps.stream().mapToDouble(step -> step[0]).sum();
        var done = steps.stream().mapToDouble(step -> step[0] * step[1]).sum();
        shown = total <= 0 ? shown : Math.max(shown, Math.min(1.0, done / total));
        return shown;
    }

    private synchronized void report(double[] step, double done) {
        step[1] = Math.max(step[1], Math.clamp(done, 0.0, 1.0));
    }
}
