package io.vimax.bench.portkey;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Time since something began. */
interface Stopwatch {

    Duration elapsed();

    void pause(Duration length) throws InterruptedException;

    /** One that runs from now on. */
    static Stopwatch started() {
        long begin = System.nanoTime();
        return new Stopwatch() {
            @Override
            public Duration elapsed() {
                return Duration.ofNanos(System.nanoTime() - begin);
            }

            @Override
            public void pause(Duration length) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(length.toNanos());
            }
        };
    }
}
